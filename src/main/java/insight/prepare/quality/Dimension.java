package insight.prepare.quality;

import insight.kernel.Refused;
import java.util.Locale;

/** What is looked at in stored data, and how much it weighs in the score. */
public enum Dimension {
  /** A value is there. */
  COMPLETENESS(25),
  /** A value can be: known country, sale above nought, rules of the source kept. */
  VALIDITY(25),
  /** A row is there once. */
  UNIQUENESS(20),
  /** A day brings as many rows as its weekday usually does. */
  VOLUME(10),
  /** Events come in time, not after later ones. */
  LATENESS(10),
  /** Deliveries come as often as they use to. */
  FRESHNESS(10);

  private final int weight;

  Dimension(int weight) {
    this.weight = weight;
  }

  public int weight() {
    return weight;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a whole day is sound or not, rather than single values. */
  boolean byDay() {
    return this == VOLUME || this == FRESHNESS;
  }

  /**
   * The dimension that is written so.
   *
   * @throws Refused when there is none
   */
  public static Dimension of(String word) {
    for (Dimension dimension : values()) {
      if (dimension.word().equals(word)) {
        return dimension;
      }
    }
    throw Refused.invalid("/dimension", "prepare.quality.dimension.unknown", word);
  }
}
