package insight.runtime.rest;

import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.runtime.Incidents;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns whatever a resource throws into a problem answer. */
@Provider
public class Failures implements ExceptionMapper<Throwable> {
  @Context HttpHeaders headers;
  @Inject Incidents incidents;

  @Override
  public Response toResponse(Throwable failure) {
    Locale locale =
        headers.getAcceptableLanguages().stream()
            .findFirst()
            .map(Texts::nearest)
            .orElse(Locale.ENGLISH);
    Optional<Refused> refused = cause(failure, Refused.class);
    if (refused.isPresent()) {
      return Problem.of(refused.get(), locale);
    }
    if (cause(failure, JsonException.class).isPresent()) {
      return Problem.of(Refused.invalid("", "runtime.api.json"), locale);
    }
    if (failure instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      return Problem.status(status, Texts.of(locale, "runtime.api.status." + kind(status)), locale);
    }
    return Problem.failed(incidents.report("The API failed", failure), locale);
  }

  private static String kind(int status) {
    return status == 404 ? "404" : status == 405 ? "405" : status == 415 ? "415" : "other";
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
    @Nullable Throwable at = failure;
    while (at != null) {
      if (kind.isInstance(at)) {
        return Optional.of(kind.cast(at));
      }
      at =
          at instanceof EJBException e && e.getCausedByException() != null
              ? e.getCausedByException()
              : at.getCause();
    }
    return Optional.empty();
  }
}
