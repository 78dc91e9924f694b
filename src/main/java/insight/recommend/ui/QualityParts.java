package insight.recommend.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.recommend.RecommendationQuality;
import insight.shell.chart.Whisker;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Facts;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Words;
import insight.train.LearningTask.Metric;
import insight.train.Model;
import insight.train.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cards that say how good the models are. */
final class QualityParts {
  private static final int SHOWN = 8;

  private QualityParts() {}

  /** Which way the live model compares with what sells best, in a sentence. */
  static String verdict(RecommendationQuality live) {
    Optional<Metric> above = live.metric(RecommendationQuality.ABOVE_POPULARITY);
    Optional<Metric> ndcg = live.metric(RecommendationQuality.NDCG);
    if (above.isEmpty() || ndcg.isEmpty()) {
      return live.model().verdict(Words.locale());
    }
    String key = above.get().low() > 0 ? "better" : "same";
    return Words.of(
        "recommend.page.verdict." + key,
        live.label(),
        figure(ndcg.get().value()),
        figure(ndcg.get().baseline()),
        figure(above.get().low()),
        figure(above.get().high()));
  }

  /** The live model's figures in a strip. */
  static Card facts(RecommendationQuality live) {
    Facts facts = new Facts();
    for (Metric metric : live.metrics()) {
      if (!metric.name().equals(RecommendationQuality.ABOVE_POPULARITY)) {
        facts.fact(Names.metric(Words.locale(), metric.name()), value(metric), against(metric));
      }
    }
    return new Card(Words.of("recommend.page.live", live.label()))
        .badge(Badge.accent(Words.of("recommend.page.badge.live")))
        .say(measuredOn(live))
        .body(facts);
  }

  private static String measuredOn(RecommendationQuality live) {
    return live.metric(RecommendationQuality.NDCG)
        .map(m -> Words.of("recommend.page.measured", Numbers.whole(m.n(), Words.locale())))
        .orElse("");
  }

  private static String against(Metric metric) {
    return Words.of("recommend.page.against", plain(metric, metric.baseline()));
  }

  private static String value(Metric metric) {
    return plain(metric, metric.value()) + halfWidth(metric);
  }

  private static String plain(Metric metric, double value) {
    boolean share =
        metric.name().equals(RecommendationQuality.HIT_RATE)
            || metric.name().equals(RecommendationQuality.COVERAGE);
    return share ? Numbers.percent(value, 1, Words.locale()) : figure(value);
  }

  private static String halfWidth(Metric metric) {
    double half = (metric.high() - metric.low()) / 2;
    return Double.isFinite(half) ? " ± " + plain(metric, half) : "";
  }

  static String figure(double value) {
    return Numbers.decimal(value, 4, Words.locale());
  }

  /** All versions beside what sells best, on one scale. */
  static Card comparison(List<RecommendationQuality> all) {
    Locale locale = Words.locale();
    List<RecommendationQuality> shown = all.stream().limit(SHOWN).toList();
    Whisker scale = scale(shown);
    Optional<Double> line =
        all.stream()
            .filter(q -> q.model().state() == Model.State.LIVE)
            .findFirst()
            .flatMap(q -> q.metric(RecommendationQuality.NDCG))
            .map(Metric::value);
    Table table =
        new Table(Words.of("recommend.page.comparison"))
            .column(Words.of("recommend.page.model"))
            .number(Names.metric(locale, RecommendationQuality.NDCG))
            .optional(Words.of("recommend.page.interval"))
            .optionalNumber(Names.metric(locale, RecommendationQuality.RECALL))
            .optionalNumber(Names.metric(locale, RecommendationQuality.COVERAGE))
            .column(Words.of("recommend.page.above"))
            .column(Words.of("recommend.page.state"));
    for (RecommendationQuality quality : shown) {
      Object[] cells = row(quality, scale, line);
      if (quality.model().state() == Model.State.LIVE) {
        table.selected(cells);
      } else {
        table.row(cells);
      }
    }
    shown.stream().findFirst().ifPresent(q -> table.row(baseline(q, scale, line)));
    return new Card(Words.of("recommend.page.comparison"))
        .say(Words.of("recommend.page.comparison.say"))
        .aside(all.size() > SHOWN ? Words.of("recommend.page.newest", SHOWN, all.size()) : "")
        .flush(table);
  }

  private static Whisker scale(List<RecommendationQuality> shown) {
    double top =
        shown.stream()
            .flatMap(q -> q.metric(RecommendationQuality.NDCG).stream())
            .mapToDouble(m -> Math.max(m.high(), m.baseline()))
            .max()
            .orElse(1);
    return new Whisker(0, Math.max(top, 1e-3) * 1.05, 200);
  }

  private static Object[] row(RecommendationQuality quality, Whisker scale, Optional<Double> line) {
    Optional<Metric> ndcg = quality.metric(RecommendationQuality.NDCG);
    boolean live = quality.model().state() == Model.State.LIVE;
    return new Object[] {
      new Link("training-runs/" + quality.model().runId(), quality.label()),
      ndcg.map(QualityParts::value).orElse("–"),
      ndcg.<Component>map(m -> scale.row(m.low(), m.value(), m.high(), live ? 1 : 2, false, line))
          .orElseGet(Span::new),
      text(quality, RecommendationQuality.RECALL),
      text(quality, RecommendationQuality.COVERAGE),
      quality
          .metric(RecommendationQuality.ABOVE_POPULARITY)
          .map(QualityParts::difference)
          .orElse("–"),
      state(quality.model())
    };
  }

  private static Object[] baseline(
      RecommendationQuality quality, Whisker scale, Optional<Double> line) {
    Optional<Metric> ndcg = quality.metric(RecommendationQuality.NDCG);
    return new Object[] {
      Words.of("recommend.page.bestSellers"),
      ndcg.map(m -> figure(m.baseline())).orElse("–"),
      ndcg.<Component>map(m -> scale.row(m.baseline(), m.baseline(), m.baseline(), 8, true, line))
          .orElseGet(Span::new),
      baseline(quality, RecommendationQuality.RECALL),
      baseline(quality, RecommendationQuality.COVERAGE),
      "",
      Badge.neutral(Words.of("recommend.page.badge.baseline"))
    };
  }

  private static String text(RecommendationQuality quality, String metric) {
    return quality.metric(metric).map(m -> plain(m, m.value())).orElse("–");
  }

  private static String baseline(RecommendationQuality quality, String metric) {
    return quality.metric(metric).map(m -> plain(m, m.baseline())).orElse("–");
  }

  private static String difference(Metric above) {
    if (above.low() <= 0 && above.high() >= 0) {
      return Words.of("recommend.page.noDifference");
    }
    String sign = above.value() > 0 ? "+" : "";
    return sign
        + figure(above.value())
        + " ["
        + figure(above.low())
        + ", "
        + figure(above.high())
        + "]";
  }

  private static Badge state(Model model) {
    String word = Words.of("recommend.page.badge." + model.state().word());
    return model.state() == Model.State.LIVE ? Badge.accent(word) : Badge.neutral(word);
  }

  /** How it was measured, in words. */
  static Card how() {
    return new Card(Words.of("recommend.how.title"))
        .body(
            new Paragraph(Words.of("recommend.how.split")),
            new Paragraph(Words.of("recommend.how.metrics")),
            new Paragraph(Words.of("recommend.how.intervals")),
            new Paragraph(Words.of("recommend.how.charges")));
  }
}
