package insight.train;

import java.util.Locale;

/** What of a run's design a task lets people choose. What it does not take is refused. */
public enum DesignPart {
  FEATURES,
  VALIDATION,
  SEARCH;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
