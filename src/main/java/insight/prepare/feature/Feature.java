package insight.prepare.feature;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One thing the portal can say of a person.
 *
 * @param id stable; rules and the API name it
 * @param personal whether it may stand for a protected trait, so that fairness looks at it
 * @param sql the aggregate over the rows of its grain, or for {@link Grain#PERSON} an expression
 *     over other features' columns; {@code {in}} is the window's condition, {@code :cutoff} the
 *     cut-off, {@code :day30} the moment 30 days before it
 */
public record Feature(
    String id,
    Family family,
    Grain grain,
    Measure measure,
    Window window,
    boolean personal,
    String sql) {
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

  public Feature {
    if (!ID.matcher(id).matches() || sql.isBlank()) {
      throw new IllegalArgumentException("feature " + id + ": " + sql);
    }
    if (sql.contains("{in}") == (window == Window.ALL)) {
      throw new IllegalArgumentException(id + " names its window if and only if it has one");
    }
  }

  static Feature of(String id, Family family, Grain grain, Measure measure, String sql) {
    return new Feature(id, family, grain, measure, Window.ALL, false, sql);
  }

  /** The same over a window. */
  static Feature within(
      Window window, String id, Family family, Grain grain, Measure measure, String sql) {
    return new Feature(id, family, grain, measure, window, false, sql);
  }

  Feature markedPersonal() {
    return new Feature(id, family, grain, measure, window, true, sql);
  }

  /** Its column in {@code pr_feature_row}. */
  public String column() {
    return HUMP.matcher(id).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }

  /** The SQL as it runs, except for the moments, which every snapshot has its own. */
  public String definition() {
    return sql.replace("{in}", window.condition());
  }

  /** Text key of its name. */
  public String key() {
    return "prepare.feature." + id;
  }

  /** Text key of its definition in words. */
  public String aboutKey() {
    return key() + ".about";
  }
}
