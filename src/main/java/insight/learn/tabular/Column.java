package insight.learn.tabular;

import java.util.List;
import java.util.Objects;

/**
 * A feature of a table. The value of a number is itself, that of a category the place of its level;
 * NaN is missing.
 *
 * @param levels of a category, in the order of their values 0, 1, …; empty for a number
 */
public record Column(String name, Kind kind, List<String> levels) {
  /** How the values of a column are meant. */
  public enum Kind {
    NUMERIC,
    CATEGORY
  }

  public Column {
    Objects.requireNonNull(name);
    levels = List.copyOf(levels);
    if ((kind == Kind.CATEGORY) == levels.isEmpty()) {
      throw new IllegalArgumentException("levels belong to categories: " + name);
    }
  }

  /** A number. */
  public static Column numeric(String name) {
    return new Column(name, Kind.NUMERIC, List.of());
  }

  /** One of some levels. */
  public static Column category(String name, List<String> levels) {
    return new Column(name, Kind.CATEGORY, levels);
  }

  public boolean isCategory() {
    return kind == Kind.CATEGORY;
  }
}
