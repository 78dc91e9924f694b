package insight.segment;

import insight.kernel.Texts;
import insight.learn.cluster.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The leaf of a decision tree as a rule in words. */
public final class LeafWords {
  private LeafWords() {}

  /** «Orders is above 12 and Days since last order is at most 90». */
  public static String of(List<Condition> rule, Optional<String> currency, Locale locale) {
    return rule.stream()
        .map(condition -> of(condition, currency, locale))
        .collect(Collectors.joining(Texts.of(locale, "segment.rule.words.and")));
  }

  private static String of(Condition condition, Optional<String> currency, Locale locale) {
    GroupFeature feature = GroupFeature.of(condition.feature());
    return Texts.of(
        locale,
        condition.above() ? "segment.rule.words.gt" : "segment.rule.words.le",
        Texts.of(locale, feature.key()),
        FeatureWords.value(feature, condition.threshold(), currency, locale));
  }
}
