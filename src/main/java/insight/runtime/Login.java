package insight.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Logs people in at {@code POST /auth/login}; every other request goes on as whoever it is. */
@AutoApplySession
@ApplicationScoped
@jakarta.annotation.security.DeclareRoles({
  Role.OPERATIONS_NAME,
  Role.MANAGER_NAME,
  Role.ADMIN_NAME
})
public class Login implements HttpAuthenticationMechanism {
  /** Session attribute: the user's session epoch at login. */
  public static final String EPOCH = "insight.epoch";

  /** Session attribute: the {@link Caller} who logged in. */
  static final String CALLER = "insight.caller";

  /** Session attribute: set while a one-time password waits to be changed. */
  public static final String MUST_CHANGE = "insight.must-change";

  @Inject Users users;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    boolean login =
        "POST".equals(request.getMethod())
            && "/auth/login".equals(request.getServletPath() + path(request));
    if (!login) {
      return context.doNothing();
    }
    SecurityHeaders.put(request, response);
    try {
      return tryIn(request, context);
    } catch (IOException e) {
      throw new AuthenticationException("cannot answer", e);
    }
  }

  private static String path(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  private AuthenticationStatus tryIn(HttpServletRequest request, HttpMessageContext context)
      throws IOException {
    String name = Optional.ofNullable(request.getParameter("username")).orElse("");
    String password = Optional.ofNullable(request.getParameter("password")).orElse("");
    String base = request.getContextPath();
    return switch (users.login(name, password)) {
      case Users.Login.Welcome(User user) -> {
        if (request.getSession(false) != null) {
          request.changeSessionId();
        }
        request.getSession(true).setAttribute(EPOCH, user.sessionEpoch());
        request.getSession(true).setAttribute(CALLER, new Caller(user.name(), user.roles()));
        if (user.mustChangePassword()) {
          request.getSession(true).setAttribute(MUST_CHANGE, true);
        }
        context.getResponse().sendRedirect(base + "/");
        yield context.notifyContainerAboutLogin(
            user.name(), user.roles().stream().map(Role::group).collect(Collectors.toSet()));
      }
      case Users.Login.Wrong() -> {
        context.getResponse().sendRedirect(base + "/login?error");
        yield AuthenticationStatus.SEND_FAILURE;
      }
      case Users.Login.Wait(java.time.Duration left) -> {
        context.getResponse().sendRedirect(base + "/login?locked=" + (left.toSeconds() + 1));
        yield AuthenticationStatus.SEND_FAILURE;
      }
    };
  }
}
