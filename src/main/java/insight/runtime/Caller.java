package insight.runtime;

import java.util.Set;

/** Who asks: a person at a page, or a token acting for one. */
public record Caller(String name, Set<Role> roles) {
  /** The portal itself: scheduled work. */
  public static final Caller PORTAL = new Caller("portal", Set.of(Role.ADMIN));

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
