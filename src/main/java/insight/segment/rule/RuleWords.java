package insight.segment.rule;

import insight.kernel.Numbers;
import insight.kernel.Texts;
import insight.prepare.feature.Feature;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A rule in plain words. */
public final class RuleWords {
  private RuleWords() {}

  public static String of(Rule rule, Locale locale) {
    return words(rule, locale, false);
  }

  private static String words(Rule rule, Locale locale, boolean inner) {
    return switch (rule) {
      case Rule.All all -> joined(all.rules(), "segment.rule.words.and", locale, inner);
      case Rule.Any any -> joined(any.rules(), "segment.rule.words.or", locale, inner);
      case Rule.Not not ->
          Texts.of(locale, "segment.rule.words.not", words(not.rule(), locale, true));
      case Rule.NumberIs(var feature, var operator, var values) ->
          condition(
              feature, operator, values.stream().map(v -> number(v, locale)).toList(), locale);
      case Rule.WordIs(var feature, var operator, var values) ->
          condition(feature, operator, values, locale);
    };
  }

  private static String joined(List<Rule> rules, String key, Locale locale, boolean inner) {
    String text =
        rules.stream()
            .map(each -> words(each, locale, rules.size() > 1))
            .collect(Collectors.joining(Texts.of(locale, key)));
    return inner && rules.size() > 1 ? "(" + text + ")" : text;
  }

  private static String number(double value, Locale locale) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Numbers.whole((long) value, locale)
        : Numbers.decimal(value, 2, locale);
  }

  private static String condition(
      Feature feature, Operator operator, List<String> values, Locale locale) {
    String second = values.size() > 1 ? values.get(1) : "";
    String all = String.join(Texts.of(locale, "segment.rule.words.comma"), values);
    return Texts.of(
        locale,
        "segment.rule.words." + operator.word(),
        Texts.of(locale, feature.key()),
        operator == Operator.IN ? all : values.getFirst(),
        second);
  }
}
