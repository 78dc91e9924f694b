package insight.runtime;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Locale;

/**
 * A request whose caller and roles come from the session. The container restores them too, but not
 * for every request of a busy session; access to pages must not depend on that.
 */
final class KnownRequest extends HttpServletRequestWrapper {
  private final Caller caller;

  KnownRequest(HttpServletRequest request, Caller caller) {
    super(request);
    this.caller = caller;
  }

  @Override
  public Principal getUserPrincipal() {
    return caller::name;
  }

  @Override
  public String getRemoteUser() {
    return caller.name();
  }

  @Override
  public boolean isUserInRole(String role) {
    return caller.roles().stream().anyMatch(r -> r.group().equals(role.toLowerCase(Locale.ROOT)));
  }
}
