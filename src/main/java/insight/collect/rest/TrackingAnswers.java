package insight.collect.rest;

import insight.collect.Inbox;
import insight.collect.Tracking;
import insight.kernel.Texts;
import insight.runtime.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Writes what became of a tracking request. */
final class TrackingAnswers {
  private final HttpServletResponse response;
  private final Locale locale;

  TrackingAnswers(HttpServletResponse response, Locale locale) {
    this.response = response;
    this.locale = locale;
  }

  void taken(Tracking.Answer answer) throws IOException {
    JsonArrayBuilder rejected = Json.array();
    for (Tracking.Rejected message : answer.rejected()) {
      rejected.add(
          Json.object()
              .add("messageId", message.messageId())
              .add("pointer", message.reason().pointer())
              .add("detail", message.reason().in(locale)));
    }
    Inbox.Receipt receipt = answer.receipt();
    response.setContentType("application/json;charset=UTF-8");
    write(
        200,
        Json.object()
            .add("success", true)
            .add("accepted", receipt.accepted())
            .add("duplicates", receipt.duplicates())
            .add("masked", receipt.masked())
            .add("dropped", receipt.dropped())
            .add("rejected", rejected)
            .build());
  }

  void problem(int status, String key, Object... arguments) throws IOException {
    problem(status, Texts.of(locale, key, arguments), Optional.empty());
  }

  void problem(int status, String detail, Optional<String> pointer) throws IOException {
    var body =
        Json.object()
            .add("type", "urn:insight:problem:tracking")
            .add("title", Texts.of(Locale.ENGLISH, "runtime.problem." + status))
            .add("status", status)
            .add("detail", detail);
    pointer.ifPresent(
        at ->
            body.add(
                "errors",
                Json.array().add(Json.object().add("pointer", at).add("detail", detail))));
    response.setContentType("application/problem+json;charset=UTF-8");
    write(status, body.build());
  }

  private void write(int status, JsonObject body) throws IOException {
    response.setStatus(status);
    response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
