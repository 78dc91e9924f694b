package insight.predict;

import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import java.util.Locale;
import java.util.Optional;

/** Scores and their reasons in words. */
public final class ChurnWords {
  private ChurnWords() {}

  /** "Days since the last order: 140 (speaks for leaving)". */
  public static String reason(ChurnScore.Reason reason, Optional<String> currency, Locale locale) {
    Feature feature = Catalogue.find(reason.feature()).orElseThrow();
    return Texts.of(
        locale,
        reason.points() > 0 ? "predict.reason.for" : "predict.reason.against",
        Texts.of(locale, feature.key()),
        value(feature, reason.value(), currency, locale));
  }

  private static String value(
      Feature feature, double value, Optional<String> currency, Locale locale) {
    if (Double.isNaN(value)) {
      return Texts.of(locale, "predict.reason.unknown");
    }
    return switch (feature.measure()) {
      case TOTAL, MONEY ->
          currency
              .map(code -> Money.of(Math.round(value), code).format(locale))
              .orElseGet(() -> Numbers.whole(Math.round(value), locale));
      case SHARE -> Numbers.percent(value, 0, locale);
      case COUNT, WHOLE_DAYS, MONTH -> Numbers.whole(Math.round(value), locale);
      case DAYS, SECONDS, NUMBER, WORD -> Numbers.decimal(value, 1, locale);
    };
  }
}
