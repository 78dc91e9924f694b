package insight.segment.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a shop wants of a group, and by which figure it sees whether it gets it. */
public enum Aim {
  SALES("revenue"),
  SATISFACTION("rating"),
  INVENTORY("returns");

  private final String kpi;

  Aim(String kpi) {
    this.kpi = kpi;
  }

  /** The figure that is shown beside it: {@code revenue}, {@code rating} or {@code returns}. */
  public String kpi() {
    return kpi;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its name. */
  public String key() {
    return "segment.aim." + word();
  }

  public static Optional<Aim> of(String word) {
    return Stream.of(values()).filter(a -> a.word().equals(word)).findFirst();
  }
}
