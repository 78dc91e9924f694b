package insight.monitor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import insight.monitor.Alert;
import insight.monitor.AlertRule;
import insight.monitor.Condition;
import insight.monitor.Kpi;
import insight.monitor.Metric;
import insight.monitor.Severity;
import insight.shell.part.Badge;
import insight.shell.part.Icons;
import java.time.Duration;
import java.util.Locale;

/** Rules and alerts in plain words. */
final class AlertWords {
  private AlertWords() {}

  static String metric(Metric metric, Locale locale) {
    return switch (metric) {
      case Metric.OfKpi(Kpi kpi) -> KpiWords.name(kpi, locale);
      case Metric.Freshness() -> Texts.of(locale, "monitor.metric.freshness");
      case Metric.Volume() -> Texts.of(locale, "monitor.metric.volume");
      case Metric.JobFailures() -> Texts.of(locale, "monitor.metric.failures");
      case Metric.FreeStorage() -> Texts.of(locale, "monitor.metric.storage");
    };
  }

  /** A value as rules hold it: money in whole units. */
  static String value(Metric metric, double value, String currency, Locale locale) {
    return switch (metric) {
      case Metric.OfKpi(Kpi kpi) -> kpi(kpi, value, currency, locale);
      case Metric.Freshness() ->
          Texts.of(
              locale,
              "monitor.days",
              Numbers.decimal(value, value == Math.rint(value) || value >= 100 ? 0 : 1, locale));
      case Metric.Volume() -> Numbers.whole(Math.round(value), locale);
      case Metric.JobFailures() -> Numbers.whole(Math.round(value), locale);
      case Metric.FreeStorage() -> Numbers.whole(Math.round(value), locale) + " MB";
    };
  }

  private static String kpi(Kpi kpi, double value, String currency, Locale locale) {
    return switch (kpi.unit()) {
      case MONEY -> (value < 0 ? "−" : "") + money(Math.abs(value), currency, locale);
      case COUNT -> Numbers.whole(Math.round(value), locale);
      case SHARE -> Numbers.percent(value, 1, locale);
    };
  }

  private static String money(double value, String currency, Locale locale) {
    return currency.isEmpty()
        ? Numbers.brief(value, locale)
        : Money.of(0, currency).symbol() + Numbers.brief(value, locale);
  }

  /** "above £5,000". */
  static String condition(AlertRule rule, String currency, Locale locale) {
    return switch (rule.condition()) {
      case Condition.Above(double limit) ->
          Texts.of(
              locale, "monitor.condition.above", value(rule.metric(), limit, currency, locale));
      case Condition.Below(double limit) ->
          Texts.of(
              locale, "monitor.condition.below", value(rule.metric(), limit, currency, locale));
    };
  }

  /** "Revenue below £5,000 over the last day, for 10 minutes". */
  static String rule(AlertRule rule, String currency, Locale locale) {
    String sentence =
        rule.metric() instanceof Metric.Freshness
            ? Texts.of(
                locale,
                "monitor.rule.words.now",
                metric(rule.metric(), locale),
                condition(rule, currency, locale))
            : Texts.of(
                locale,
                "monitor.rule.words",
                metric(rule.metric(), locale),
                condition(rule, currency, locale),
                last(rule.window(), locale));
    return rule.holds().isZero()
        ? sentence
        : Texts.of(locale, "monitor.rule.words.for", sentence, span(rule.holds(), locale));
  }

  /** 90 days, 6 hours, 10 minutes: in the largest unit that fits exactly. */
  static String span(Duration span, Locale locale) {
    return span("monitor.span.", span, locale);
  }

  /** The same as a window that ends now: the last day, the last 6 hours. */
  static String last(Duration span, Locale locale) {
    return span("monitor.last.", span, locale);
  }

  private static String span(String prefix, Duration span, Locale locale) {
    if (span.toDays() > 0 && span.equals(Duration.ofDays(span.toDays()))) {
      return Texts.of(locale, prefix + "days", span.toDays());
    }
    if (span.equals(Duration.ofHours(span.toHours()))) {
      return Texts.of(locale, prefix + "hours", span.toHours());
    }
    if (span.equals(Duration.ofMinutes(span.toMinutes()))) {
      return Texts.of(locale, prefix + "minutes", span.toMinutes());
    }
    return Texts.of(locale, prefix + "seconds", span.toSeconds());
  }

  static String severity(Severity severity, Locale locale) {
    return Texts.of(locale, "monitor.severity." + severity.word());
  }

  static String state(Alert.State state, Locale locale) {
    return Texts.of(locale, "monitor.state." + state.word());
  }

  /** The severity by shape first, by colour second. */
  static Component icon(Severity severity, Locale locale) {
    Icons icon =
        switch (severity) {
          case INFO -> Icons.INFO;
          case WARNING -> Icons.WARNING;
          case CRITICAL -> Icons.CRITICAL;
        };
    Span shape = new Span(icon.create());
    shape.addClassName(
        switch (severity) {
          case INFO -> "sec";
          case WARNING -> "warn";
          case CRITICAL -> "bad";
        });
    Span hidden = new Span(severity(severity, locale));
    hidden.addClassName("sr");
    shape.add(hidden);
    return shape;
  }

  static Badge badge(Alert alert, Locale locale) {
    String word = state(alert.state(), locale);
    return switch (alert.state()) {
      case FIRING ->
          switch (alert.rule().severity()) {
            case INFO -> Badge.neutral(word);
            case WARNING -> Badge.warning(word);
            case CRITICAL -> Badge.bad(word);
          };
      case ACKNOWLEDGED -> Badge.accent(word);
      case SILENCED -> Badge.neutral(word);
      case RESOLVED -> Badge.good(word);
    };
  }
}
