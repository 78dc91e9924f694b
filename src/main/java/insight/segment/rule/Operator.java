package insight.segment.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a condition compares. */
public enum Operator {
  EQ("=", false),
  NE("<>", false),
  LT("<", true),
  LE("<=", true),
  GT(">", true),
  GE(">=", true),
  IN("= any", false),
  BETWEEN("between", true);

  private final String sql;
  private final boolean ordered;

  Operator(String sql, boolean ordered) {
    this.sql = sql;
    this.ordered = ordered;
  }

  String sql() {
    return sql;
  }

  /** Whether it needs numbers. */
  public boolean ordered() {
    return ordered;
  }

  /** As in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Operator> of(String word) {
    return Stream.of(values()).filter(o -> o.word().equals(word)).findFirst();
  }
}
