package insight.segment;

import insight.learn.Parameter;
import insight.train.LearningTask.Order;
import java.util.Locale;
import java.util.stream.Stream;

/** By what customers are grouped: a family of features, or all that the shop has. */
public enum By {
  PURCHASE,
  BROWSING,
  INTERACTION,
  ALL;

  /** The choice that every trainer offers which looks at features. */
  static final Parameter PARAMETER =
      Parameter.choice("by", Stream.of(values()).map(By::word).toArray(String[]::new));

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static By of(Order order) {
    return values()[order.parameters().getOrDefault("by", 0.0).intValue()];
  }
}
