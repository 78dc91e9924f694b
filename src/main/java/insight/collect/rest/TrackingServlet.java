package insight.collect.rest;

import insight.collect.Origins;
import insight.collect.Source;
import insight.collect.TrackedBody;
import insight.collect.Tracking;
import insight.collect.WriteKeys;
import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.runtime.Incidents;
import insight.runtime.Storage;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;

/**
 * {@code POST /v1/batch}, {@code /v1/track}, {@code /v1/identify}, {@code /v1/page}, {@code
 * /v1/alias}: as Segment's own client libraries send, with the source's write key as the user name
 * of HTTP Basic or in the body. The answer comes after the commit. A servlet, since the body is
 * bounded and may be gzipped before anything reads it. Pages of other web sites may send when their
 * origin is named at the source; cookies play no part here, so none are allowed along.
 */
@WebServlet("/v1/*")
public class TrackingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Requests worked on at once; more are answered 429, so that memory stays flat. */
  private static final int PLACES = 32;

  private final transient Semaphore places = new Semaphore(PLACES);

  @Inject transient Tracking tracking;
  @Inject transient WriteKeys keys;
  @Inject transient Origins origins;
  @Inject transient Incidents incidents;
  @Inject transient Storage storage;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = Texts.nearest(request.getLocale());
    TrackingAnswers answers = new TrackingAnswers(response, locale);
    if (!places.tryAcquire()) {
      response.setHeader("Retry-After", "1");
      answers.problem(429, "runtime.api.tooMany", 1);
      return;
    }
    try {
      storage.require();
      answer(new TrackingRequest(request), response, answers);
    } catch (Refused refused) {
      refused(refused, response, answers, locale);
    } catch (TrackingRequest.TooLarge large) {
      new TrackingRequest(request).drain();
      answers.problem(413, "collect.message.body", TrackingRequest.LARGEST_BODY / 1024);
    } catch (ZipException | EOFException broken) {
      new TrackingRequest(request).drain();
      answers.problem(400, "collect.message.gzip");
    } catch (EJBException | IllegalStateException | org.jdbi.v3.core.JdbiException failure) {
      storage.notice(failure);
      response.setHeader("Retry-After", "2");
      answers.problem(503, "runtime.failed", incidents.report("Tracking failed", failure));
    } finally {
      places.release();
    }
  }

  private static void refused(
      Refused refused, HttpServletResponse response, TrackingAnswers answers, Locale locale)
      throws IOException {
    int status =
        switch (refused.kind()) {
          case FORBIDDEN -> 403;
          case UNAVAILABLE -> 503;
          case INVALID, NOT_FOUND, CONFLICT, UNPROCESSABLE -> 400;
        };
    if (status == 503) {
      response.setHeader("Retry-After", "30");
    }
    answers.problem(
        status, refused.in(locale), Optional.of(refused.reasons().getFirst().pointer()));
  }

  private void answer(
      TrackingRequest request, HttpServletResponse response, TrackingAnswers answers)
      throws IOException {
    Optional<String> type = request.type();
    if (type.isEmpty()) {
      answers.problem(404, "runtime.api.status.404");
      return;
    }
    request.foreignOrigin().filter(origins::known).ifPresent(o -> allow(response, o));
    Optional<Source> source = request.writeKey().flatMap(keys::source);
    if (source.isEmpty() && request.writeKey().isPresent()) {
      unknownKey(response, answers);
      return;
    }
    TrackedBody body = TrackedBody.of(request.body());
    source = source.or(() -> body.writeKey().flatMap(keys::source));
    if (source.isEmpty()) {
      unknownKey(response, answers);
      return;
    }
    if (source.get().paused()) {
      response.setHeader("Retry-After", "60"); // clients keep what they have and come again
      answers.problem(503, "collect.source.paused", source.get().name());
      return;
    }
    requireOrigin(request, source.get());
    boolean withoutPerson = request.gpc() || body.gpc();
    answers.taken(
        type.get().equals("batch")
            ? tracking.batch(source.get(), body, withoutPerson)
            : tracking.single(source.get(), type.get(), body, withoutPerson));
  }

  private static void unknownKey(HttpServletResponse response, TrackingAnswers answers)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"write key\"");
    answers.problem(401, "collect.message.key");
  }

  private void requireOrigin(TrackingRequest request, Source source) {
    Optional<String> origin = request.foreignOrigin();
    if (origin.isPresent() && !origins.allows(source.id(), origin.get())) {
      String shown = origin.get().substring(0, Math.min(100, origin.get().length()));
      throw Refused.forbidden("collect.message.origin", shown);
    }
  }

  private static void allow(HttpServletResponse response, String origin) {
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Vary", "Origin");
  }

  /** A browser asks whether it may send; it does not say with which key. */
  @Override
  protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
    new TrackingRequest(request)
        .foreignOrigin()
        .filter(origins::known)
        .ifPresent(
            origin -> {
              allow(response, origin);
              response.setHeader("Access-Control-Allow-Methods", "POST");
              response.setHeader(
                  "Access-Control-Allow-Headers", "authorization, content-type, content-encoding");
              response.setHeader("Access-Control-Max-Age", "7200");
            });
    response.setStatus(204);
  }
}
