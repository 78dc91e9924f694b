package insight.runtime;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out who asks, for pages. Views take it once, while they are made. */
@RequestScoped
public class Callers {
  @Inject SecurityContext security;

  /** The person who is logged in; empty before login. */
  public Optional<Caller> current() {
    return Optional.ofNullable(security.getCallerPrincipal())
        .map(
            p ->
                new Caller(
                    p.getName(),
                    Stream.of(Role.values())
                        .filter(r -> security.isCallerInRole(r.group()))
                        .collect(Collectors.toSet())));
  }

  /** The person who is logged in. */
  public Caller required() {
    return current().orElseThrow(() -> insight.kernel.Refused.forbidden("runtime.login.needed"));
  }
}
