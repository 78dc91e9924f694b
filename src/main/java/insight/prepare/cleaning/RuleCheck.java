package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.kernel.Refused;
import insight.prepare.cleaning.Rule.Form;
import insight.prepare.cleaning.Rule.Policy;
import java.math.BigDecimal;

/** Whether a rule makes sense for its target. */
final class RuleCheck {
  private static final int MOST_VALUES = 5_000;
  private static final double LARGEST_LIMIT = 100_000;

  private RuleCheck() {}

  /**
   * Looks a rule over before it is kept.
   *
   * @throws Refused naming the field that does not fit
   */
  static void check(Target target, Rule rule) {
    switch (rule) {
      case Rule.Required required -> single(target);
      case Rule.Range(var least, var most) -> {
        number(target);
        require(least.isPresent() || most.isPresent(), "/least", "prepare.rule.range.open");
        require(
            least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) <= 0,
            "/most",
            "prepare.rule.range.order");
      }
      case Rule.OneOf(var values) -> {
        single(target);
        require(!values.isEmpty(), "/values", "prepare.rule.values.none");
        require(values.size() <= MOST_VALUES, "/values", "prepare.rule.values.many", MOST_VALUES);
      }
      case Rule.Matches(var pattern) -> {
        single(target);
        SafePattern.of(pattern);
      }
      case Rule.Reference reference -> single(target);
      case Rule.Unique unique -> single(target);
      case Rule.Between(var from, var to) -> {
        require(
            target.equals(new Target.Of(Canonical.TIME)), "/field", "prepare.rule.between.field");
        require(from.isPresent() || to.isPresent(), "/from", "prepare.rule.range.open");
        require(
            from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get()),
            "/to",
            "prepare.rule.range.order");
      }
      case Rule.Missing(var policy) -> missing(target, policy);
      case Rule.Outlier outlier -> {
        number(target);
        require(target instanceof Target.Of, "/field", "prepare.rule.stored");
        require(
            outlier.limit() > 0 && outlier.limit() <= LARGEST_LIMIT,
            "/limit",
            "prepare.rule.limit");
      }
      case Rule.Normalised(var form) -> form(target, form);
    }
  }

  private static void missing(Target target, Policy policy) {
    single(target);
    switch (policy) {
      case Policy.Mean mean -> stored(target);
      case Policy.Median median -> stored(target);
      case Policy.Mode mode -> {
        require(!target.personal(), "/field", "prepare.rule.mode.personal");
        require(target instanceof Target.Of, "/field", "prepare.rule.stored");
      }
      case Policy.Constant(var value) ->
          require(!value.isBlank(), "/value", "prepare.rule.constant");
      case Policy.Reject reject -> {}
      case Policy.Flag flag -> {}
    }
  }

  private static void stored(Target target) {
    number(target);
    require(target instanceof Target.Of, "/field", "prepare.rule.stored");
  }

  private static void form(Target target, Form form) {
    switch (form) {
      case Form.DecimalComma comma -> number(target);
      case Form.Units(var factors) -> {
        number(target);
        require(!factors.isEmpty(), "/map", "prepare.rule.map");
        require(
            factors.values().stream().allMatch(f -> f.compareTo(BigDecimal.ZERO) > 0),
            "/map",
            "prepare.rule.factor");
      }
      case Form.Codes(var names) -> {
        single(target);
        require(!names.isEmpty(), "/map", "prepare.rule.map");
      }
      case Form.Trim trim -> {}
      case Form.Width width -> {}
      case Form.Compatibility compatibility -> {}
      case Form.Capitals capitals -> single(target);
    }
  }

  private static void single(Target target) {
    require(!(target instanceof Target.Codes), "/field", "prepare.rule.field.one");
  }

  private static void number(Target target) {
    require(target.mayBeNumber(), "/field", "prepare.rule.field.number");
  }

  private static void require(boolean holds, String pointer, String key, Object... arguments) {
    if (!holds) {
      throw Refused.invalid(pointer, key, arguments);
    }
  }
}
