package insight.prepare.feature;

import java.util.Locale;

/** What a feature is about. */
public enum Family {
  PURCHASE,
  LIFECYCLE,
  BROWSING,
  INTERACTION,
  PAYMENT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its name. */
  public String key() {
    return "prepare.family." + word();
  }
}
