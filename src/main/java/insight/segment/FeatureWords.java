package insight.segment;

import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import java.util.Locale;
import java.util.Optional;

/** Values of features as people read them. */
public final class FeatureWords {
  private FeatureWords() {}

  /** The value with its unit where it has a sign: £520; else the plain number. */
  public static String value(
      GroupFeature feature, double value, Optional<String> currency, Locale locale) {
    return switch (feature.unit()) {
      case COUNT, DAYS ->
          value == Math.rint(value)
              ? Numbers.whole((long) value, locale)
              : Numbers.decimal(value, 1, locale);
      case MONEY ->
          currency
              .map(c -> money(Money.of(Math.round(value), c), locale))
              .orElseGet(() -> Numbers.brief(value, locale));
    };
  }

  /** Whole units where cents say nothing: £4,668. */
  private static String money(Money money, Locale locale) {
    double amount = money.amount().doubleValue();
    return Math.abs(amount) < 10
        ? money.format(locale)
        : (amount < 0 ? "−" : "")
            + money.symbol()
            + Numbers.whole(Math.round(Math.abs(amount)), locale);
  }

  /** «97 orders (group median 12, shop median 2)». */
  public static String reason(Membership.Reason reason, Optional<String> currency, Locale locale) {
    GroupFeature feature = reason.feature();
    if (!feature.isShort()) {
      return Texts.of(
          locale,
          "segment.why.other",
          Texts.of(locale, feature.key()),
          value(feature, reason.value(), currency, locale),
          value(feature, reason.median(), currency, locale),
          value(feature, reason.base(), currency, locale));
    }
    Object own =
        feature.unit() == GroupFeature.Unit.MONEY
            ? value(feature, reason.value(), currency, locale)
            : (Object) Math.round(reason.value());
    return Texts.of(
        locale,
        "segment.why." + feature.word(),
        own,
        value(feature, reason.median(), currency, locale),
        value(feature, reason.base(), currency, locale));
  }

  /** How near the nearest other group is. */
  public static String nearest(Membership membership, Locale locale) {
    return membership
        .nearest()
        .map(
            other ->
                Texts.of(
                    locale,
                    membership.border()
                        ? "segment.nearest.border"
                        : membership.clear() ? "segment.nearest.far" : "segment.nearest.some",
                    other.title(locale)))
        .orElseGet(() -> Texts.of(locale, "segment.nearest.none"));
  }
}
