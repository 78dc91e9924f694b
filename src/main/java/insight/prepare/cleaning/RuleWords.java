package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.kernel.Texts;
import insight.prepare.cleaning.Rule.Form;
import insight.prepare.cleaning.Rule.Known;
import insight.prepare.cleaning.Rule.Policy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules as sentences. */
public final class RuleWords {
  private static final String RULE = "prepare.rule.says.";
  private static final int SHOWN = 6;

  private RuleWords() {}

  /** «Price of one piece is at least 0.» */
  public static String sentence(Target target, Rule rule, Locale locale) {
    String field = target(target, locale);
    return switch (rule) {
      case Rule.Required required -> say(locale, "required", field);
      case Rule.Range(var least, var most) ->
          least.isEmpty()
              ? say(locale, "most", field, plain(most.orElse(BigDecimal.ZERO)))
              : most.isEmpty()
                  ? say(locale, "least", field, plain(least.get()))
                  : say(locale, "range", field, plain(least.get()), plain(most.get()));
      case Rule.OneOf(var values) -> say(locale, "oneOf", field, list(values, locale));
      case Rule.Matches(var pattern) -> say(locale, "matches", field, pattern);
      case Rule.Reference(var known) -> say(locale, "known", field, known(known, locale));
      case Rule.Unique unique -> say(locale, "unique", field);
      case Rule.Between(var from, var to) ->
          from.isEmpty()
              ? say(locale, "until", field, to.map(Object::toString).orElse(""))
              : to.isEmpty()
                  ? say(locale, "from", field, from.get().toString())
                  : say(locale, "between", field, from.get().toString(), to.get().toString());
      case Rule.Missing(var policy) -> missing(field, policy, locale);
      case Rule.Outlier(var method, var limit, var handling) ->
          say(
              locale,
              "outlier." + RuleJson.word(handling),
              field,
              say(locale, "method." + RuleJson.word(method), Figures.plain(limit)));
      case Rule.Normalised(var form) -> form(field, form, locale);
    };
  }

  private static String missing(String field, Policy policy, Locale locale) {
    return switch (policy) {
      case Policy.Reject reject -> say(locale, "missing.reject", field);
      case Policy.Mean mean -> say(locale, "missing.mean", field);
      case Policy.Median median -> say(locale, "missing.median", field);
      case Policy.Mode mode -> say(locale, "missing.mode", field);
      case Policy.Constant(var value) -> say(locale, "missing.constant", field, value);
      case Policy.Flag flag -> say(locale, "missing.flag", field);
    };
  }

  private static String form(String field, Form form, Locale locale) {
    return switch (form) {
      case Form.Trim trim -> say(locale, "form.trim", field);
      case Form.Width width -> say(locale, "form.width", field);
      case Form.Compatibility compatibility -> say(locale, "form.nfkc", field);
      case Form.DecimalComma comma -> say(locale, "form.comma", field);
      case Form.Units(var factors) -> {
        List<String> pairs =
            factors.entrySet().stream()
                .map(e -> "1 " + e.getKey() + " = " + plain(e.getValue()))
                .toList();
        yield say(locale, "form.units", field, list(pairs, locale));
      }
      case Form.Codes(var names) -> say(locale, "form.codes", field, arrows(names, locale));
      case Form.Capitals capitals -> say(locale, "form.capitals", field);
    };
  }

  private static String arrows(Map<String, String> names, Locale locale) {
    return list(
        names.entrySet().stream().map(e -> e.getKey() + " → " + e.getValue()).toList(), locale);
  }

  private static String known(Known known, Locale locale) {
    return switch (known) {
      case Known.Products products -> say(locale, "known.products");
      case Known.Customers customers -> say(locale, "known.customers");
      case Known.ValuesOf(int source, Canonical field) ->
          say(locale, "known.values", field(field, locale), String.valueOf(source));
    };
  }

  /** A target in words, as a sentence begins. */
  public static String target(Target target, Locale locale) {
    return switch (target) {
      case Target.Of(Canonical field) -> field(field, locale);
      case Target.Column(String name) -> Texts.of(locale, "prepare.field.column", name);
      case Target.Codes() -> Texts.of(locale, "prepare.field.codes");
    };
  }

  /** A field in words. */
  public static String field(Canonical field, Locale locale) {
    return Texts.of(locale, "prepare.field." + field.word());
  }

  private static String list(List<String> values, Locale locale) {
    String shown =
        values.stream()
            .limit(SHOWN)
            .collect(Collectors.joining(Texts.of(locale, "prepare.rule.says.comma")));
    return values.size() > SHOWN
        ? say(locale, "more", shown, String.valueOf(values.size() - SHOWN))
        : shown;
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString().replace('-', '−');
  }

  private static String say(Locale locale, String key, Object... arguments) {
    return Texts.of(locale, RULE + key, arguments);
  }
}
