package insight.collect.rest;

import insight.collect.Inbox;
import insight.collect.Source;
import insight.collect.Sources;
import insight.collect.Tracking;
import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.runtime.Incidents;
import insight.runtime.Json;
import insight.runtime.Storage;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;

/**
 * {@code POST /v1/batch}, {@code /v1/track}, {@code /v1/identify}, {@code /v1/page}, {@code
 * /v1/alias}: as Segment's own client libraries send, with the source's write key as the user name
 * of HTTP Basic. The answer comes after the commit. A servlet, since the body is bounded and may be
 * gzipped before anything reads it.
 */
@WebServlet("/v1/*")
public class TrackingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final int LARGEST_BODY = 500 * 1024;

  /** A body that is too large is read on for so long, so that its sender hears the answer. */
  private static final long READ_AT_MOST = 16L << 20;

  private static final Set<String> SINGLE =
      Set.of("track", "identify", "page", "screen", "alias", "group");

  /** Requests worked on at once; more are answered 429, so that memory stays flat. */
  private final transient Semaphore places = new Semaphore(64);

  @Inject transient Tracking tracking;
  @Inject transient Sources sources;
  @Inject transient Incidents incidents;
  @Inject transient Storage storage;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = Texts.nearest(request.getLocale());
    if (!places.tryAcquire()) {
      response.setHeader("Retry-After", "1");
      problem(response, 429, Texts.of(locale, "runtime.api.tooMany", 1), Optional.empty());
      return;
    }
    try {
      storage.require();
      answer(request, response, locale);
    } catch (Refused refused) {
      refused(response, locale, refused);
    } catch (TooLarge large) {
      String detail = Texts.of(locale, "collect.message.body", LARGEST_BODY / 1024);
      problem(response, 413, detail, Optional.empty());
    } catch (java.util.zip.ZipException | java.io.EOFException broken) {
      problem(response, 400, Texts.of(locale, "collect.message.gzip"), Optional.empty());
    } catch (EJBException | IllegalStateException | org.jdbi.v3.core.JdbiException failure) {
      failed(response, locale, failure);
    } finally {
      places.release();
    }
  }

  private static void refused(HttpServletResponse response, Locale locale, Refused refused)
      throws IOException {
    if (refused.kind() == Refused.Kind.UNAVAILABLE) {
      response.setHeader("Retry-After", "30");
      problem(response, 503, refused.in(locale), Optional.empty());
    } else {
      problem(
          response, 400, refused.in(locale), Optional.of(refused.reasons().getFirst().pointer()));
    }
  }

  private void failed(HttpServletResponse response, Locale locale, RuntimeException failure)
      throws IOException {
    storage.notice(failure);
    String incident = incidents.report("Tracking failed", failure);
    response.setHeader("Retry-After", "2");
    problem(response, 503, Texts.of(locale, "runtime.failed", incident), Optional.empty());
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    Optional<Source> source = writeKey(request).flatMap(sources::byWriteKey);
    if (source.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"write key\"");
      problem(response, 401, Texts.of(locale, "collect.message.key"), Optional.empty());
      return;
    }
    String type = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    if (!type.equals("batch") && !SINGLE.contains(type)) {
      problem(response, 404, Texts.of(locale, "runtime.api.status.404"), Optional.empty());
      return;
    }
    byte[] body = body(request);
    Tracking.Answer answer =
        type.equals("batch")
            ? tracking.batch(source.get(), body)
            : tracking.single(source.get(), type, body);
    write(response, 200, json(answer, locale));
  }

  private static JsonObject json(Tracking.Answer answer, Locale locale) {
    JsonArrayBuilder rejected = Json.array();
    for (Tracking.Rejected message : answer.rejected()) {
      rejected.add(
          Json.object()
              .add("messageId", message.messageId())
              .add("pointer", message.reason().pointer())
              .add("detail", message.reason().in(locale)));
    }
    Inbox.Receipt receipt = answer.receipt();
    return Json.object()
        .add("success", true)
        .add("accepted", receipt.accepted())
        .add("duplicates", receipt.duplicates())
        .add("masked", receipt.masked())
        .add("dropped", receipt.dropped())
        .add("rejected", rejected)
        .build();
  }

  private static Optional<String> writeKey(HttpServletRequest request) {
    String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return Optional.of(colon < 0 ? pair : pair.substring(0, colon));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    if ("gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"))) {
      in = new GZIPInputStream(in);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    long read = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (body.size() <= LARGEST_BODY) {
        body.write(buffer, 0, n);
      }
      read += n;
      if (read > READ_AT_MOST) {
        break;
      }
    }
    if (body.size() > LARGEST_BODY) {
      throw new TooLarge();
    }
    return body.toByteArray();
  }

  private static void problem(
      HttpServletResponse response, int status, String detail, Optional<String> pointer)
      throws IOException {
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
    write(response, status, body.build());
  }

  private static void write(HttpServletResponse response, int status, JsonObject body)
      throws IOException {
    response.setStatus(status);
    if (response.getContentType() == null) {
      response.setContentType("application/json;charset=UTF-8");
    }
    response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The body is larger than the contract allows. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
