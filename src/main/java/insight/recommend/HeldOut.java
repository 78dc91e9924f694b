package insight.recommend;

import insight.learn.Interval;
import insight.learn.measure.RankingQuality;
import insight.train.LearningTask.Against;
import insight.train.LearningTask.Check;
import insight.train.LearningTask.Comparison;
import insight.train.LearningTask.Metric;
import insight.train.LearningTask.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * How well a ranker foretold what customers bought next, beside what sells best to the same
 * customers. The intervals are bootstraps over customers; the verdict rests on the paired one of
 * the difference in nDCG.
 */
record HeldOut(RankingQuality ranker, RankingQuality popularity, long seed) {
  /** How long the measured lists are. */
  static final int LENGTH = 10;

  /** Fewer measured customers prove nothing. */
  static final int LEAST_MEASURED = 100;

  List<Metric> metrics() {
    return List.of(
        metric(RecommendationQuality.NDCG, ranker.ndcg(seed), popularity.ndcg(seed).value()),
        metric(RecommendationQuality.RECALL, ranker.recall(seed), popularity.recall(seed).value()),
        metric(
            RecommendationQuality.HIT_RATE, ranker.hitRate(seed), popularity.hitRate(seed).value()),
        new Metric(
            RecommendationQuality.COVERAGE,
            ranker.coverage(),
            Double.NaN,
            Double.NaN,
            ranker.users(),
            popularity.coverage(),
            true),
        metric(RecommendationQuality.ABOVE_POPULARITY, above(), 0));
  }

  private static Metric metric(String name, Interval measured, double baseline) {
    return new Metric(
        name, measured.value(), measured.low(), measured.high(), measured.n(), baseline, true);
  }

  private Interval above() {
    return ranker.ndcgAbove(popularity, seed);
  }

  Comparison aboveBaseline() {
    return above(popularity, Against.BASELINE, RankProducts.POPULARITY);
  }

  /** By how much the lists are better than others for the same customers. */
  Comparison above(RankingQuality other, Against whom, String name) {
    return new Comparison(whom, name, RecommendationQuality.NDCG, ranker.ndcgAbove(other, seed));
  }

  private boolean enough() {
    return ranker.users() >= LEAST_MEASURED;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "recommend.check.customers",
            enough(),
            String.valueOf(ranker.users()),
            String.valueOf(LEAST_MEASURED)),
        new Check(
            "recommend.check.popularity", above().isAboveZero(), figure(above().low()), "0.0000"));
  }

  Verdict verdict(String trainer) {
    Interval above = above();
    List<String> figures =
        List.of(
            figure(ranker.ndcg(seed).value()),
            figure(popularity.ndcg(seed).value()),
            figure(above.low()),
            figure(above.high()),
            String.valueOf(ranker.users()));
    boolean beats = above.isAboveZero() && enough();
    return new Verdict(beats, "recommend.verdict." + word(trainer, beats), figures);
  }

  private String word(String trainer, boolean beats) {
    if (beats) {
      return "beats";
    }
    return trainer.equals(RankProducts.POPULARITY) ? "baseline" : enough() ? "not" : "few";
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
