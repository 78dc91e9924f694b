package insight.monitor.ui;

import com.vaadin.flow.component.html.Span;
import insight.kernel.Money;
import insight.monitor.Course;
import insight.monitor.Dashboard;
import insight.monitor.Dashboards;
import insight.monitor.Kpi;
import insight.shell.chart.LineChart;
import insight.shell.chart.Unit;
import insight.shell.part.Card;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Revenue step by step, with the other period dashed and the target as a level. */
final class RevenueCard {
  private final Dashboard dashboard;
  private final String compareWords;
  private final Course.By by;
  private final List<Course.Step> steps;
  private final List<Double> now;
  private final Optional<List<Double>> before;
  private final Optional<Double> target;
  private final Locale locale = Words.locale();

  RevenueCard(Dashboard dashboard, String compareWords) {
    this.dashboard = dashboard;
    this.compareWords = compareWords;
    by = Dashboards.stepOf(dashboard.question().period());
    steps = Weeks.whole(dashboard.course());
    now = amounts(steps);
    before = dashboard.before().map(course -> fitted(amounts(Weeks.whole(course))));
    target =
        Optional.ofNullable(dashboard.targets().get(Kpi.REVENUE))
            .map(all -> whole(all / dashboard.question().period().days() * by.days()));
  }

  Card card() {
    List<String> labels =
        steps.stream().map(s -> Times.shortDay(s.period().from(), locale)).toList();
    String symbol = Money.of(0, dashboard.question().currency()).symbol();
    LineChart chart =
        new LineChart(
            Words.of("monitor.revenue." + unit()),
            sentence(),
            Unit.money(symbol),
            Words.of("monitor.revenue.axis." + unit()),
            labels);
    chart.line(Words.of("monitor.revenue.now"), 1, now);
    before.ifPresent(values -> chart.dashed(capital(compareWords), 8, values));
    target.ifPresent(level -> chart.limit(Words.of("monitor.revenue.target"), level));
    Span note = new Span(Words.of("monitor.revenue.note." + unit()));
    note.addClassNames("sec", "s");
    return chart.build().card(note);
  }

  private String unit() {
    return by == Course.By.DAY ? "day" : "week";
  }

  /** Where the peak lies, how high, against target and counterpart. */
  private String sentence() {
    int peak = peak();
    if (peak < 0) {
      return Words.of("monitor.revenue.nothing");
    }
    String top =
        Words.of(
            "monitor.revenue.peak." + unit(),
            Times.shortDay(steps.get(peak).period().from(), locale),
            Money.of(java.math.BigDecimal.valueOf(now.get(peak)), currency()).brief(locale));
    String against =
        before
            .map(values -> values.get(peak))
            .filter(value -> Double.isFinite(value) && value > 0)
            .map(value -> Words.of("monitor.revenue.counterpart", times(now.get(peak) / value)))
            .orElse("");
    String reached =
        target
            .map(level -> now.stream().filter(value -> value >= level).count())
            .map(count -> Words.of("monitor.revenue.reached." + unit(), count, now.size()))
            .orElse("");
    return capital(reached + Words.of("monitor.revenue.say", top, against));
  }

  private String times(double factor) {
    return insight.kernel.Numbers.decimal(factor, factor < 10 ? 1 : 0, locale);
  }

  private java.util.Currency currency() {
    return java.util.Currency.getInstance(dashboard.question().currency());
  }

  private int peak() {
    int best = -1;
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i) > 0 && (best < 0 || now.get(i) > now.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private List<Double> amounts(List<Course.Step> of) {
    return of.stream().map(s -> whole(s.figures().of(Kpi.REVENUE).value())).toList();
  }

  /** As many values as this period has; a year with a leap day has one more or less. */
  private List<Double> fitted(List<Double> values) {
    List<Double> fitted = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      fitted.add(i < values.size() ? values.get(i) : Double.NaN);
    }
    return fitted;
  }

  private double whole(double minor) {
    return Money.of(Math.round(minor), dashboard.question().currency()).amount().doubleValue();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
