package insight.segment.rule;

import insight.prepare.feature.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why somebody is in a group, or is not: every condition with the value that decided.
 *
 * @param conditions in the order of reading
 */
public record RuleTrace(boolean in, List<Line> conditions) {
  public RuleTrace {
    conditions = List.copyOf(conditions);
  }

  /**
   * One condition.
   *
   * @param condition a {@link Rule.NumberIs} or {@link Rule.WordIs}
   * @param value what is known of the customer, a Double or String, amounts in the main unit;
   *     empty: not known
   */
  public record Line(Rule condition, Optional<Object> value, boolean holds) {}

  /**
   * Evaluates the rule, condition by condition, none left out.
   *
   * @param values by the feature's id, amounts in the main unit; those not known are missing
   */
  public static RuleTrace of(Rule rule, Map<String, Object> values) {
    List<Line> lines = new ArrayList<>();
    boolean in = holds(rule, values, lines);
    return new RuleTrace(in, lines);
  }

  private static boolean holds(Rule rule, Map<String, Object> values, List<Line> lines) {
    return switch (rule) {
      case Rule.All all -> outcomes(all.rules(), values, lines).stream().allMatch(o -> o);
      case Rule.Any any -> outcomes(any.rules(), values, lines).stream().anyMatch(o -> o);
      case Rule.Not not -> !holds(not.rule(), values, lines);
      case Rule.NumberIs is -> {
        Optional<Object> value = value(is.feature(), values);
        yield line(is, value, value.filter(v -> number(is, (Double) v)).isPresent(), lines);
      }
      case Rule.WordIs is -> {
        Optional<Object> value = value(is.feature(), values);
        yield line(is, value, value.filter(v -> word(is, (String) v)).isPresent(), lines);
      }
    };
  }

  private static List<Boolean> outcomes(
      List<Rule> rules, Map<String, Object> values, List<Line> lines) {
    return rules.stream().map(each -> holds(each, values, lines)).toList();
  }

  private static Optional<Object> value(Feature feature, Map<String, Object> values) {
    return Optional.ofNullable(values.get(feature.id()));
  }

  private static boolean line(
      Rule condition, Optional<Object> value, boolean holds, List<Line> lines) {
    lines.add(new Line(condition, value, holds));
    return holds;
  }

  private static boolean number(Rule.NumberIs is, double value) {
    double first = is.values().getFirst();
    return switch (is.operator()) {
      case EQ -> value == first;
      case NE -> value != first;
      case LT -> value < first;
      case LE -> value <= first;
      case GT -> value > first;
      case GE -> value >= first;
      case IN -> is.values().contains(value);
      case BETWEEN -> value >= first && value <= is.values().get(1);
    };
  }

  private static boolean word(Rule.WordIs is, String value) {
    return switch (is.operator()) {
      case EQ -> value.equals(is.values().getFirst());
      case NE -> !value.equals(is.values().getFirst());
      case IN -> is.values().contains(value);
      case LT, LE, GT, GE, BETWEEN -> false;
    };
  }
}
