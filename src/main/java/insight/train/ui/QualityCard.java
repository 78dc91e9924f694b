package insight.train.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.shell.chart.Whisker;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Legend;
import insight.shell.part.Table;
import insight.shell.part.Words;
import insight.train.LearningTask.Metric;
import insight.train.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The metrics of a run beside their baselines: number, interval, picture, and what it means. */
record QualityCard(List<Metric> metrics) {
  private static final int WIDTH = 170;
  private static final int MODEL = 1;
  private static final int BASELINE = 8;

  Card card() {
    Table table =
        new Table(Words.of("train.quality.title"))
            .column(Words.of("train.quality.metric"))
            .number(Words.of("train.quality.model"))
            .number(Words.of("train.quality.baseline"))
            .optional(Words.of("train.quality.interval"))
            .column(Words.of("train.quality.verdict"));
    metrics.forEach(
        m -> table.row(name(m), value(m), Figures.number(m.baseline()), picture(m), verdict(m)));
    return new Card(Words.of("train.quality.title"))
        .aside(
            new Legend()
                .line(Words.of("train.quality.model"), MODEL)
                .square(Words.of("train.quality.baseline"), BASELINE))
        .say(Words.of("train.quality.about"))
        .flush(table);
  }

  private static Component name(Metric metric) {
    Locale locale = Words.locale();
    return Table.twoLines(
        new Span(Names.metric(locale, metric.name())), Names.metricAbout(locale, metric.name()));
  }

  private static Component value(Metric metric) {
    String n = Words.of("train.quality.n", Numbers.whole(metric.n(), Words.locale()));
    return Table.twoLines(new Span(Figures.withInterval(metric)), n);
  }

  /** Both on one scale that just holds them. */
  private static Component picture(Metric metric) {
    double[] known =
        DoubleStream.of(metric.low(), metric.value(), metric.high(), metric.baseline())
            .filter(Double::isFinite)
            .toArray();
    double least = DoubleStream.of(known).min().orElse(0);
    double most = DoubleStream.of(known).max().orElse(0);
    if (known.length < 2 || most <= least) {
      return new Span("–");
    }
    double room = (most - least) * 0.15;
    Whisker whisker = new Whisker(least - room, most + room, WIDTH);
    boolean interval = Figures.hasInterval(metric);
    Component model =
        whisker.row(
            interval ? metric.low() : metric.value(),
            metric.value(),
            interval ? metric.high() : metric.value(),
            MODEL,
            false,
            Optional.empty());
    double baseline = metric.baseline();
    return Double.isFinite(baseline)
        ? Columns.stack(
            model, whisker.row(baseline, baseline, baseline, BASELINE, true, Optional.empty()))
        : model;
  }

  /** Better only when the whole interval lies on the better side of the baseline. */
  private static Component verdict(Metric metric) {
    return switch (Comparison.of(metric)) {
      case BETTER -> Badge.good(Words.of("train.quality.better"));
      case WORSE -> Badge.bad(Words.of("train.quality.worse"));
      case UNCLEAR -> new Span(Words.of("train.quality.unclear"));
      case NO_INTERVAL -> new Span(Words.of("train.quality.noInterval"));
      case NO_BASELINE -> new Span("–");
    };
  }
}
