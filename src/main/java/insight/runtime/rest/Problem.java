package insight.runtime.rest;

import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.runtime.Json;
import insight.runtime.Scope;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers that say what was wrong, as RFC 9457 {@code application/problem+json}. */
public final class Problem {
  public static final String TYPE = "application/problem+json;charset=UTF-8";

  private Problem() {}

  public static Response of(Refused refused, Locale locale) {
    int status =
        switch (refused.kind()) {
          case INVALID -> 400;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case UNPROCESSABLE -> 422;
          case UNAVAILABLE -> 503;
        };
    Response.ResponseBuilder answer =
        builder(status, word(refused.kind()), refused.in(locale), refused.reasons(), locale);
    return (status == 503 ? answer.header("Retry-After", 30) : answer).build();
  }

  /** The step that brings this endpoint to life has not been built. */
  public static Response notYet(Locale locale) {
    return builder(501, "not-yet", Texts.of(locale, "runtime.api.notYet"), List.of(), locale)
        .build();
  }

  static Response unauthorized(Locale locale) {
    return builder(401, "unauthorized", Texts.of(locale, "runtime.api.token"), List.of(), locale)
        .header("WWW-Authenticate", "Bearer")
        .build();
  }

  static Response outsideScope(Locale locale, Optional<Scope> needed) {
    String detail = Texts.of(locale, "runtime.api.scope", needed.map(Scope::word).orElse("–"));
    return builder(403, "outside-scope", detail, List.of(), locale).build();
  }

  static Response tooMany(Locale locale, long seconds) {
    return builder(
            429, "too-many", Texts.of(locale, "runtime.api.tooMany", seconds), List.of(), locale)
        .header("Retry-After", seconds)
        .build();
  }

  static Response failed(String incident, Locale locale) {
    return builder(500, "failed", Texts.of(locale, "runtime.failed", incident), List.of(), locale)
        .build();
  }

  static Response status(int status, String detail, Locale locale) {
    return builder(status, "http-" + status, detail, List.of(), locale).build();
  }

  private static String word(Refused.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Response.ResponseBuilder builder(
      int status, String type, String detail, List<Refused.Reason> reasons, Locale locale) {
    JsonObjectBuilder body =
        Json.object()
            .add("type", "urn:insight:problem:" + type)
            .add("title", Texts.of(locale, "runtime.problem." + status))
            .add("status", status)
            .add("detail", detail);
    JsonArrayBuilder errors = Json.array();
    for (Refused.Reason reason : reasons) {
      errors.add(Json.object().add("pointer", reason.pointer()).add("detail", reason.in(locale)));
    }
    if (!reasons.isEmpty()) {
      body.add("errors", errors);
    }
    return Response.status(status).type(TYPE).entity(body.build().toString());
  }
}
