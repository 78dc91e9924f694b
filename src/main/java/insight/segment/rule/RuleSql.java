package insight.segment.rule;

import insight.prepare.feature.Feature;
import insight.prepare.feature.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rule as a condition on a row {@code f} of {@code pr_feature_row}. Columns come from the
 * catalogue, every value is a parameter.
 *
 * @param condition with names like {@code :rule0}
 * @param parameters their values
 */
public record RuleSql(String condition, Map<String, Object> parameters) {
  public RuleSql {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Compiles.
   *
   * @param minorUnits how many of the smallest unit make one of the currency's main unit
   */
  public static RuleSql of(Rule rule, double minorUnits) {
    Compiler compiler = new Compiler(minorUnits);
    String condition = compiler.condition(rule);
    return new RuleSql(condition, compiler.parameters);
  }

  /** Whether the feature is an amount, kept in the currency's smallest unit. */
  public static boolean isAmount(Feature feature) {
    return feature.measure() == Measure.MONEY || feature.measure() == Measure.TOTAL;
  }

  private static final class Compiler {
    private final double minorUnits;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Compiler(double minorUnits) {
      this.minorUnits = minorUnits;
    }

    String condition(Rule rule) {
      return switch (rule) {
        case Rule.All all -> joined(all.rules(), " and ");
        case Rule.Any any -> joined(any.rules(), " or ");
        case Rule.Not not -> "not " + condition(not.rule());
        case Rule.NumberIs is -> number(is);
        case Rule.WordIs is -> word(is);
      };
    }

    private String joined(List<Rule> rules, String by) {
      return rules.stream().map(this::condition).collect(Collectors.joining(by, "(", ")"));
    }

    private String number(Rule.NumberIs is) {
      double factor = isAmount(is.feature()) ? minorUnits : 1;
      List<Object> values = new ArrayList<>();
      is.values().forEach(v -> values.add(v * factor));
      String column = "cast(f." + is.feature().column() + " as double precision)";
      return switch (is.operator()) {
        case IN ->
            known(
                column
                    + " = any(cast("
                    + name(values.stream().map(Double.class::cast).toArray(Double[]::new))
                    + " as double precision[]))");
        case BETWEEN ->
            known(column + " between " + name(values.get(0)) + " and " + name(values.get(1)));
        case EQ, NE, LT, LE, GT, GE ->
            known(column + " " + is.operator().sql() + " " + name(values.getFirst()));
      };
    }

    private String word(Rule.WordIs is) {
      String column = "f." + is.feature().column();
      return is.operator() == Operator.IN
          ? known(
              column + " = any(cast(" + name(is.values().toArray(String[]::new)) + " as text[]))")
          : known(column + " " + is.operator().sql() + " " + name(is.values().getFirst()));
    }

    /** What is not known holds for nothing. */
    private static String known(String condition) {
      return "coalesce(" + condition + ", false)";
    }

    private String name(Object value) {
      String name = "rule" + parameters.size();
      parameters.put(name, value);
      return ":" + name;
    }
  }
}
