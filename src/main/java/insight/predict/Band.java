package insight.predict;

import java.util.Locale;

/** How likely a customer is to leave, in three words. */
public enum Band {
  LOW(0),
  MEDIUM(0.4),
  HIGH(0.7);

  private final double from;

  Band(double from) {
    this.from = from;
  }

  /** The least probability of the band. */
  public double from() {
    return from;
  }

  public static Band of(double probability) {
    return probability >= HIGH.from ? HIGH : probability >= MEDIUM.from ? MEDIUM : LOW;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its name. */
  public String key() {
    return "predict.band." + word();
  }
}
