package insight.monitor.ui;

import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import insight.monitor.Change;
import insight.monitor.Figure;
import insight.monitor.Kpi;
import java.util.Locale;

/** Figures as people read them: £3.72M, 6,646, 47.7% ± 1.8. */
final class KpiWords {
  private static final double WHOLE_FROM = 10;
  private static final double TIMES_FROM = 9.995;

  private KpiWords() {}

  static String name(Kpi kpi, Locale locale) {
    return Texts.of(locale, "monitor.kpi." + kpi.id());
  }

  /** How it is counted, in a sentence. */
  static String about(Kpi kpi, Locale locale) {
    return Texts.of(locale, "monitor.kpi." + kpi.id() + ".about");
  }

  /** The value; – without one. */
  static String value(Kpi kpi, double value, String currency, Locale locale) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    return switch (kpi.unit()) {
      case MONEY -> money(value, currency, locale);
      case COUNT -> Numbers.whole(Math.round(value), locale);
      case SHARE -> percent(value, locale);
    };
  }

  static String money(double minor, String currency, Locale locale) {
    return Money.of(Math.round(minor), currency).brief(locale);
  }

  static String percent(double share, Locale locale) {
    return Numbers.percent(share, 1, locale);
  }

  /** "± 35", "± 1.8"; empty where the figure is exact. */
  static String doubt(Figure figure, String currency, Locale locale) {
    if (!figure.hasInterval()) {
      return "";
    }
    return switch (figure.kpi().unit()) {
      case MONEY -> {
        double half = Money.of(Math.round(figure.halfWidth()), currency).amount().doubleValue();
        yield "± " + Numbers.decimal(half, half < WHOLE_FROM ? 2 : 0, locale);
      }
      case COUNT -> "± " + Numbers.decimal(figure.halfWidth(), 0, locale);
      case SHARE -> "± " + Numbers.decimal(figure.halfWidth() * 100, 1, locale);
    };
  }

  /** Value and doubt in one: "£511 ± 38". */
  static String full(Figure figure, String currency, Locale locale) {
    String doubt = doubt(figure, currency, locale);
    String value = value(figure.kpi(), figure.value(), currency, locale);
    return doubt.isEmpty() ? value : value + " " + doubt;
  }

  /** The size of a change: 68.6%, 539%, × 14; of shares 5.0 pts. */
  static String size(Kpi.Unit unit, Change change, Locale locale) {
    return unit == Kpi.Unit.SHARE
        ? Texts.of(
            locale, "monitor.points", Numbers.decimal(Math.abs(change.points()) * 100, 1, locale))
        : relative(change, locale);
  }

  /** 68.6%, 539%, × 14; "new" where there was nothing before. */
  static String relative(Change change, Locale locale) {
    double size = Math.abs(change.relative());
    if (Double.isInfinite(size)) {
      return Texts.of(locale, "monitor.change.new");
    }
    if (size > TIMES_FROM) {
      return "× " + Numbers.decimal(size + 1, 0, locale);
    }
    return Numbers.percent(size, size < 1 ? 1 : 0, locale);
  }
}
