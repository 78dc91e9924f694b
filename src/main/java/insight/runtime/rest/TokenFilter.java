package insight.runtime.rest;

import insight.kernel.Texts;
import insight.runtime.Scope;
import insight.runtime.Tokens;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;

/** Lets a request in when its bearer token holds the scope that the resource needs. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;
  @Inject Tokens tokens;
  @Inject ApiCaller caller;
  @Inject RateLimits limits;

  @Override
  public void filter(ContainerRequestContext request) {
    Locale locale =
        request.getAcceptableLanguages().stream()
            .findFirst()
            .map(Texts::nearest)
            .orElse(Locale.ENGLISH);
    Optional<Tokens.Bearer> bearer = secret(request).flatMap(tokens::check);
    if (bearer.isEmpty()) {
      request.abortWith(Problem.unauthorized(locale));
      return;
    }
    caller.is(bearer.get(), locale);
    Optional<Scope> needed = needed();
    if (needed.isEmpty() || !needed.get().coveredBy(bearer.get().scopes())) {
      request.abortWith(Problem.outsideScope(locale, needed));
      return;
    }
    limits
        .secondsToWait(bearer.get().caller().name())
        .ifPresent(seconds -> request.abortWith(Problem.tooMany(locale, seconds)));
  }

  private static Optional<String> secret(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(h -> h.substring(7).strip());
  }

  private Optional<Scope> needed() {
    return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Needs.class))
        .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(Needs.class)))
        .map(Needs::value);
  }
}
