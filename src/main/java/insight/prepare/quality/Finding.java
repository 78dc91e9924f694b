package insight.prepare.quality;

import insight.collect.Canonical;
import insight.kernel.Texts;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.RuleWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is looked at: a dimension of a field, of a rule ({@code rule:12}), or of the whole
 * row (empty).
 */
public record Finding(Dimension dimension, String field) {
  static final String RULE = "rule:";

  /** As it is kept where people accepted it, and in addresses. */
  public String word() {
    return dimension.word() + ":" + field;
  }

  /** The finding that is written so; empty for anything else. */
  public static Optional<Finding> written(String word) {
    int colon = word.indexOf(':');
    return Arrays.stream(Dimension.values())
        .filter(d -> colon > 0 && d.word().equals(word.substring(0, colon)))
        .filter(d -> word.substring(colon + 1).matches("[A-Za-z]{0,30}|rule:\\d{1,9}"))
        .findFirst()
        .map(d -> new Finding(d, word.substring(colon + 1)));
  }

  /** The number of the rule it is about. */
  Optional<Integer> rule() {
    return field.startsWith(RULE)
        ? Optional.of(Integer.valueOf(field.substring(RULE.length())))
        : Optional.empty();
  }

  /** In words: «Customer is missing»; a rule by its sentence. */
  public String in(Locale locale, List<CleaningRule> rules) {
    Optional<CleaningRule> rule =
        rule().flatMap(id -> rules.stream().filter(r -> r.id() == id).findFirst());
    if (rule.isPresent()) {
      return RuleWords.sentence(rule.get().target(), rule.get().rule(), locale);
    }
    String key = "prepare.quality.finding." + dimension.word();
    if (dimension == Dimension.COMPLETENESS) {
      return Texts.of(
          locale, key, Canonical.of(field).map(f -> RuleWords.field(f, locale)).orElse(field));
    }
    return Texts.of(locale, field.isEmpty() || field.startsWith(RULE) ? key : key + "." + field);
  }
}
