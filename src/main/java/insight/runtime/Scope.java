package insight.runtime;

import java.util.Locale;
import java.util.Set;

/** What an API token may do. {@link #ADMIN} implies all. */
public enum Scope {
  COLLECT,
  READ,
  TRAIN,
  ACT,
  PRIVACY,
  ADMIN;

  public static Scope of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Whether a token with these scopes may do what needs this one. */
  public boolean coveredBy(Set<Scope> scopes) {
    return scopes.contains(this) || scopes.contains(ADMIN);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
