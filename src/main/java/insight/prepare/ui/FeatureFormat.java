package insight.prepare.ui;

import com.vaadin.flow.component.html.Span;
import insight.kernel.Countries;
import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import insight.prepare.FeatureFigure;
import insight.prepare.feature.Bin;
import insight.prepare.feature.Drift;
import insight.prepare.feature.Feature;
import insight.prepare.feature.Measure;
import insight.shell.part.Badge;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.util.Locale;
import java.util.Optional;

/** How prepare's pages write a feature's values, bars and drift. */
final class FeatureFormat {
  private static final double FEW = 10;

  private FeatureFormat() {}

  /** The value with its unit where it has a sign. */
  static String value(Feature feature, double value, Optional<String> currency) {
    Locale locale = Words.locale();
    return switch (feature.measure()) {
      case COUNT, WHOLE_DAYS, MONTH, DAYS, SECONDS, NUMBER, WORD -> number(value, locale);
      case TOTAL, MONEY ->
          currency
              .map(c -> Money.of(Math.round(value), c).brief(locale))
              .orElseGet(() -> Numbers.brief(value, locale));
      case SHARE -> Numbers.percent(value, 1, locale);
    };
  }

  private static String number(double value, Locale locale) {
    if (value == Math.rint(value)) {
      return Numbers.whole((long) value, locale);
    }
    return Numbers.decimal(value, Math.abs(value) < FEW ? 2 : 1, locale);
  }

  static String value(Feature feature, Optional<Double> value, Optional<String> currency) {
    return value.map(v -> value(feature, v, currency)).orElse("–");
  }

  /** What a bar holds. */
  static String label(Feature feature, Bin bin, Optional<String> currency) {
    if (!bin.word().isEmpty()) {
      return word(feature, bin.word());
    }
    String from = value(feature, bin.from(), currency);
    String to = value(feature, bin.to(), currency);
    return from.equals(to) ? from : Words.of("prepare.features.bar", from, to);
  }

  private static String word(Feature feature, String word) {
    Locale locale = Words.locale();
    return feature.personal()
        ? Countries.display(word, locale)
        : Texts.has(locale, "prepare.word." + word)
            ? Texts.of(locale, "prepare.word." + word)
            : word;
  }

  static String name(Feature feature) {
    return Texts.of(Words.locale(), feature.key());
  }

  static String about(Feature feature) {
    return Texts.of(Words.locale(), feature.aboutKey());
  }

  /** Its unit: the currency of amounts, else the kind of number. */
  static String unit(Feature feature, Optional<String> currency) {
    boolean money = feature.measure() == Measure.TOTAL || feature.measure() == Measure.MONEY;
    return money && currency.isPresent()
        ? currency.get()
        : Texts.of(Words.locale(), feature.measure().key());
  }

  static Badge drift(Drift drift) {
    String word = Texts.of(Words.locale(), drift.key());
    return switch (drift) {
      case UNKNOWN -> new Badge(word, Tone.OUTLINE);
      case NONE -> Badge.good(word);
      case SOME -> Badge.warning(word);
      case STRONG -> Badge.bad(word);
    };
  }

  /** "PSI 0.03" under the badge. */
  static Span drift(FeatureFigure figure) {
    Badge badge = drift(figure.drift());
    return insight.shell.part.Table.twoLines(badge, psi(figure.psi()));
  }

  static String psi(Optional<Double> psi) {
    return psi.map(v -> Words.of("prepare.features.psi", Numbers.decimal(v, 2, Words.locale())))
        .orElse("");
  }

  static String percent(double share) {
    return Numbers.percent(share, share > 0 && share < .1 ? 1 : 0, Words.locale());
  }
}
