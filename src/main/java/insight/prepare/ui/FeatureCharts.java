package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.prepare.FeatureFigure;
import insight.prepare.Snapshot;
import insight.prepare.feature.Bin;
import insight.prepare.feature.Feature;
import insight.shell.chart.BarChart;
import insight.shell.chart.LineChart;
import insight.shell.chart.Unit;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The drawings of one feature; {@code dated} has the newest first. */
record FeatureCharts(Feature feature, List<Dated> dated, ZoneId zone) {
  private static final int QUARTER = 1;
  private static final int MEDIAN = 2;
  private static final int THREE_QUARTERS = 3;
  private static final int COLOUR = 1;
  private static final double PERCENT = 100;

  /** The figures in a snapshot, and the snapshot. */
  record Dated(FeatureFigure figure, Snapshot.Header header) {}

  /** How the values lie in the newest snapshot. */
  Component distribution() {
    Dated newest = dated.getFirst();
    FeatureFigure figure = newest.figure();
    Optional<String> currency = newest.header().currency();
    String name = FeatureFormat.name(feature);
    List<Bin> bins = figure.bins();
    return new BarChart(
            Words.of("prepare.features.distribution.title", name),
            say(figure, currency),
            Unit.count(),
            name,
            bins.stream().map(b -> FeatureFormat.label(feature, b, currency)).toList())
        .bars(
            Words.of("prepare.features.people"),
            COLOUR,
            bins.stream().map(b -> (double) b.n()).toList())
        .build()
        .card(given(newest));
  }

  private String say(FeatureFigure figure, Optional<String> currency) {
    return figure.quantiles().isEmpty()
        ? Words.of("prepare.features.distribution.words", figure.bins().size())
        : Words.of(
            "prepare.features.distribution.say",
            FeatureFormat.value(feature, figure.quantiles().get(QUARTER), currency),
            FeatureFormat.value(feature, figure.quantiles().get(THREE_QUARTERS), currency),
            FeatureFormat.value(feature, figure.quantiles().get(MEDIAN), currency));
  }

  private Span given(Dated newest) {
    return new Span(
        Words.of(
            "prepare.features.given",
            Numbers.whole(newest.figure().sampled(), Words.locale()),
            Times.moment(newest.header().cutoff(), zone, Words.locale())));
  }

  /** Median and the middle half over the last snapshots; nothing with fewer than two. */
  Optional<Component> course() {
    List<Dated> told =
        dated.stream()
            .filter(d -> !d.figure().quantiles().isEmpty())
            .sorted(Comparator.comparing(d -> d.header().cutoff()))
            .toList();
    if (told.size() < 2) {
      return Optional.empty();
    }
    String name = FeatureFormat.name(feature);
    Optional<String> currency = told.getLast().header().currency();
    return Optional.of(
        new LineChart(
                Words.of("prepare.features.course.title", name),
                Words.of("prepare.features.course.say", told.size()),
                unit(currency),
                Words.of("prepare.features.snapshot"),
                told.stream()
                    .map(
                        d ->
                            Times.day(
                                d.header().cutoff().atZone(zone).toLocalDate(), Words.locale()))
                    .toList())
            .band(
                Words.of("prepare.features.course.half"),
                COLOUR,
                values(told, QUARTER, currency),
                values(told, THREE_QUARTERS, currency))
            .line(Words.of("prepare.features.median"), COLOUR, values(told, MEDIAN, currency))
            .build()
            .card(given(told.getLast())));
  }

  private List<Double> values(List<Dated> told, int quantile, Optional<String> currency) {
    Function<Double, Double> shown = scale(currency);
    return told.stream().map(d -> shown.apply(d.figure().quantiles().get(quantile))).toList();
  }

  /** Amounts in whole units, shares in percent. */
  private Function<Double, Double> scale(Optional<String> currency) {
    return switch (feature.measure()) {
      case TOTAL, MONEY ->
          v -> currency.map(c -> Money.of(Math.round(v), c).amount().doubleValue()).orElse(v);
      case SHARE -> v -> v * PERCENT;
      case COUNT, WHOLE_DAYS, DAYS, SECONDS, NUMBER, MONTH, WORD -> v -> v;
    };
  }

  private Unit unit(Optional<String> currency) {
    return switch (feature.measure()) {
      case TOTAL, MONEY ->
          currency.map(c -> Unit.money(Money.of(0, c).symbol())).orElse(Unit.count());
      case SHARE -> Unit.percent(1);
      case COUNT, WHOLE_DAYS, MONTH, WORD -> Unit.count();
      case DAYS, SECONDS, NUMBER -> Unit.decimal(2);
    };
  }
}
