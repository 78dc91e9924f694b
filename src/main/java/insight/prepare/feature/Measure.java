package insight.prepare.feature;

import java.util.Locale;

/** A feature's unit, and with it the type of its column. */
public enum Measure {
  /** How many; 0 where there is nothing. */
  COUNT("int"),
  /** How much in all, in the smallest unit of the snapshot's currency; 0 where there is nothing. */
  TOTAL("bigint"),
  /** An amount, in the smallest unit of the snapshot's currency. */
  MONEY("bigint"),
  WHOLE_DAYS("int"),
  DAYS("double precision"),
  SECONDS("double precision"),
  /** 0 to 1; a returned amount may exceed the sales of its window. */
  SHARE("double precision"),
  /** One figure by another, or a score. */
  NUMBER("double precision"),
  /** January is 1. */
  MONTH("int"),
  /** A word of a small set. */
  WORD("text");

  private final String column;

  Measure(String column) {
    this.column = column;
  }

  /** The SQL type of its column in {@code pr_feature_row}. */
  public String column() {
    return column;
  }

  /** Whether nothing at all is a figure, 0, and not unknown. */
  boolean zeroWhenNothing() {
    return this == COUNT || this == TOTAL;
  }

  public boolean numeric() {
    return this != WORD;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Text key of its name. */
  public String key() {
    return "prepare.measure." + word();
  }
}
