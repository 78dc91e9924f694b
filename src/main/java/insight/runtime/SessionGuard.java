package insight.runtime;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the security headers on every answer; ends sessions of people who were locked out or changed
 * their password (looked up at most every few seconds a person); leads those with a one-time
 * password to the page where they change it.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SessionGuard implements Filter {
  private static final long LOOK_AGAIN_MILLIS = 3000;

  @Inject Users users;
  @Inject Clock clock;

  private record Seen(int epoch, boolean allowed, long at) {}

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    SecurityHeaders.put(http, (HttpServletResponse) response);
    HttpSession session = http.getSession(false);
    if (session != null
        && session.getAttribute(Login.CALLER) instanceof Caller caller
        && ended(session, caller.name())) {
      session.invalidate();
      ((HttpServletResponse) response).sendRedirect(http.getContextPath() + "/login");
      return;
    }
    if (session != null && mustChange(session, http)) {
      ((HttpServletResponse) response).sendRedirect(http.getContextPath() + "/password");
      return;
    }
    chain.doFilter(known(http, session), response);
  }

  /** The request as of the person who logged in with this session, roles included. */
  private static HttpServletRequest known(
      HttpServletRequest request, @Nullable HttpSession session) {
    return session != null && session.getAttribute(Login.CALLER) instanceof Caller caller
        ? new KnownRequest(request, caller)
        : request;
  }

  /** A page other than the one for the new password, while a one-time password is in use. */
  private static boolean mustChange(HttpSession session, HttpServletRequest request) {
    return session.getAttribute(Login.MUST_CHANGE) != null
        && "GET".equals(request.getMethod())
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && !request.getRequestURI().endsWith("/password");
  }

  private boolean ended(HttpSession session, String name) {
    Object epoch = session.getAttribute(Login.EPOCH);
    Seen now =
        seen.compute(
            name,
            (n, old) ->
                old != null && clock.millis() - old.at() < LOOK_AGAIN_MILLIS ? old : look(n));
    return epoch instanceof Integer mine && (!now.allowed() || now.epoch() != mine);
  }

  private Seen look(String name) {
    return users
        .find(name)
        .map(u -> new Seen(u.sessionEpoch(), !u.disabled(), clock.millis()))
        .orElse(new Seen(-1, false, clock.millis()));
  }
}
