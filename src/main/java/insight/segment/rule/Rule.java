package insight.segment.rule;

import insight.prepare.feature.Feature;
import java.util.List;

/** Who belongs to a group: conditions and how they are joined. */
public sealed interface Rule {
  /** Every one of them. */
  record All(List<Rule> rules) implements Rule {
    public All {
      rules = atLeastOne(rules);
    }
  }

  /** At least one of them. */
  record Any(List<Rule> rules) implements Rule {
    public Any {
      rules = atLeastOne(rules);
    }
  }

  /** Not that one. */
  record Not(Rule rule) implements Rule {}

  /**
   * A condition on a number.
   *
   * @param values one; two in ascending order for {@link Operator#BETWEEN}, both included; one or
   *     more for {@link Operator#IN}. Amounts are in the main unit of the shop's currency.
   */
  record NumberIs(Feature feature, Operator operator, List<Double> values) implements Rule {
    public NumberIs {
      values = List.copyOf(values);
      boolean fits =
          feature.measure().numeric()
              && switch (operator) {
                case EQ, NE, LT, LE, GT, GE -> values.size() == 1;
                case BETWEEN -> values.size() == 2 && values.get(0) <= values.get(1);
                case IN -> !values.isEmpty();
              };
      if (!fits || values.stream().anyMatch(v -> !Double.isFinite(v))) {
        throw new IllegalArgumentException(feature.id() + " " + operator + " " + values);
      }
    }
  }

  /** A condition on a word; one value, but for {@link Operator#IN}. */
  record WordIs(Feature feature, Operator operator, List<String> values) implements Rule {
    public WordIs {
      values = List.copyOf(values);
      boolean fits =
          !feature.measure().numeric()
              && switch (operator) {
                case EQ, NE -> values.size() == 1;
                case IN -> !values.isEmpty();
                case LT, LE, GT, GE, BETWEEN -> false;
              };
      if (!fits) {
        throw new IllegalArgumentException(feature.id() + " " + operator + " " + values);
      }
    }
  }

  private static List<Rule> atLeastOne(List<Rule> rules) {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("a group holds at least one condition");
    }
    return List.copyOf(rules);
  }
}
