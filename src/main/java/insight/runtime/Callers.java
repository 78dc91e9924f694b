package insight.runtime;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Finds out who asks, for pages. Views take it once, while they are made. */
@RequestScoped
public class Callers {
  @Inject HttpServletRequest request;

  /** The person who is logged in; empty before login. */
  public Optional<Caller> current() {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((Caller) session.getAttribute(Login.CALLER));
  }

  /** The person who is logged in. */
  public Caller required() {
    return current().orElseThrow(() -> insight.kernel.Refused.forbidden("runtime.login.needed"));
  }
}
