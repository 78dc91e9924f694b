package insight.prepare.feature;

import java.util.Locale;
import java.util.Optional;

/** How far a feature moved against an earlier snapshot, in words by the usual bounds of the PSI. */
public enum Drift {
  /** There is nothing to compare with, or too few people. */
  UNKNOWN,
  NONE,
  SOME,
  STRONG;

  /** From here on something moved. */
  public static final double SOME_FROM = .1;

  /** From here on much moved. */
  public static final double STRONG_FROM = .25;

  /** With fewer people, chance alone moves the index past its bounds. */
  public static final int LEAST_PEOPLE = 200;

  public static Drift of(Optional<Double> psi, long people) {
    if (psi.isEmpty() || people < LEAST_PEOPLE) {
      return UNKNOWN;
    }
    return psi.get() >= STRONG_FROM ? STRONG : psi.get() >= SOME_FROM ? SOME : NONE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its name. */
  public String key() {
    return "prepare.drift." + word();
  }
}
