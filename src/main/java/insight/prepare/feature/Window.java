package insight.prepare.feature;

import java.util.OptionalInt;

/** How far back from the cut-off a feature looks. A day is 24 hours. */
public enum Window {
  /** From the beginning of the snapshot's period. */
  ALL(0),
  DAYS_7(7),
  DAYS_30(30),
  DAYS_90(90),
  DAYS_365(365);

  private final int days;

  Window(int days) {
    this.days = days;
  }

  public OptionalInt days() {
    return this == ALL ? OptionalInt.empty() : OptionalInt.of(days);
  }

  /** The SQL condition that a moment {@code at} lies in the window. */
  String condition() {
    return this == ALL ? "true" : "at >= :day" + days;
  }

  /** Text key of its name. */
  public String key() {
    return "prepare.window." + (this == ALL ? "all" : String.valueOf(days));
  }
}
