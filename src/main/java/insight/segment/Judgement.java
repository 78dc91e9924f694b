package insight.segment;

import insight.kernel.Numbers;
import insight.learn.cluster.Stability;
import insight.train.LearningTask.Check;
import insight.train.LearningTask.Metric;
import insight.train.LearningTask.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How good a grouping is: figures, checks, and the sentence on it. */
final class Judgement {
  private static final double LEAST_SHARE = 0.01;

  private final Found found;
  private final Grouping grouping;
  private final Method method;

  Judgement(Found found, Grouping grouping) {
    this.found = found;
    this.grouping = grouping;
    this.method = grouping.method();
  }

  List<Metric> metrics(CustomerMatrix matrix, long seed) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(
        metric("silhouette", method.silhouette(), grouping.persons().length, method.baseline()));
    matrix
        .heldOutSilhouette(found.groupOf(), found.distance(), seed)
        .ifPresent(
            s -> metrics.add(metric("silhouette-held-out", s, matrix.split().test().length)));
    found.stability().ifPresent(s -> stability(metrics, s));
    found
        .explained()
        .ifPresent(
            e ->
                metrics.add(
                    metric("explained", e.share(), matrix.split().test().length, e.oneFork())));
    return List.copyOf(metrics);
  }

  private static void stability(List<Metric> metrics, Stability s) {
    metrics.add(metric("stability", s.mean(), s.reseeds()));
    metrics.add(metric("stability-least", s.least(), s.reseeds()));
    metrics.add(metric("stability-bootstrap", s.bootMean(), s.bootstraps()));
  }

  private static Metric metric(String name, double value, long n) {
    return metric(name, value, n, Double.NaN);
  }

  private static Metric metric(String name, double value, long n, double baseline) {
    return new Metric(name, value, Double.NaN, Double.NaN, n, baseline, true);
  }

  List<Check> checks() {
    double smallest =
        grouping.groups().stream().mapToDouble(grouping::customerShare).min().orElse(0);
    return List.of(
        new Check(
            "segment.check.customers",
            grouping.persons().length >= CustomerMatrix.LEAST_CUSTOMERS,
            String.valueOf(grouping.persons().length),
            "≥ " + CustomerMatrix.LEAST_CUSTOMERS),
        new Check(
            "segment.check.stable",
            method.soundness() >= Method.STABLE,
            figure(method.soundness()),
            "≥ " + figure(Method.STABLE)),
        new Check(
            "segment.check.smallest",
            smallest >= LEAST_SHARE,
            Numbers.percent(smallest, 1, Locale.ENGLISH),
            "≥ " + Numbers.percent(LEAST_SHARE, 0, Locale.ENGLISH)));
  }

  /** That nothing is stable comes first: then it does not matter how far the groups lie apart. */
  Verdict verdict() {
    boolean better =
        found
            .explained()
            .map(e -> e.share() > e.oneFork())
            .orElse(method.silhouette() > method.baseline());
    if (method.nothingStable()) {
      return new Verdict(
          better,
          "segment.verdict.unstable",
          List.of(figure(method.mostStable()), figure(Method.STABLE)));
    }
    return found
        .explained()
        .map(
            e ->
                new Verdict(better, key(better), List.of(percent(e.share()), percent(e.oneFork()))))
        .orElseGet(
            () ->
                new Verdict(
                    better,
                    better ? "segment.verdict.better" : "segment.verdict.notBetter",
                    List.of(figure(method.silhouette()), figure(method.baseline()))));
  }

  private static String key(boolean better) {
    return better ? "segment.verdict.explains" : "segment.verdict.explainsNoMore";
  }

  private static String percent(double share) {
    return Numbers.percent(share, 0, Locale.ENGLISH);
  }

  static String figure(double value) {
    return Numbers.decimal(value, 3, Locale.ENGLISH);
  }
}
