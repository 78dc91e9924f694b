package insight.predict;

import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.learn.Interval;
import insight.learn.Progress;
import insight.learn.measure.BinaryMeasure;
import insight.learn.measure.Diagnostics;
import insight.learn.measure.GroupedBootstrap;
import insight.learn.measure.Lift;
import insight.learn.measure.Predictions;
import insight.learn.measure.Reliability;
import insight.learn.measure.Thresholds;
import insight.learn.tabular.Fitted;
import insight.learn.tabular.Table;
import insight.train.Champion;
import insight.train.LearningTask.Against;
import insight.train.LearningTask.Check;
import insight.train.LearningTask.Comparison;
import insight.train.LearningTask.Metric;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How well models that were fitted to earlier cut-offs foretold the latest: the trained one, the
 * logistic reference (for that one itself: recency alone), and the recipe of the live version.
 * Intervals draw whole customers.
 */
final class HeldOut {
  static final String REFERENCE = "logistic";
  static final String RECENCY = "recency";

  /** Fewer tested people, or fewer of either kind among them, prove nothing. */
  static final int LEAST_ROWS = 200;

  static final int LEAST_OF_A_KIND = 30;

  /** A model that is farther off on average misleads whoever reads the probability. */
  static final double MOST_CALIBRATION_ERROR = 0.05;

  /** A feature that alone tells so much knows the outcome. */
  static final double SUSPICIOUS = 0.98;

  private static final int BINS = 10;
  private static final int THRESHOLDS = 20;

  private final Table test;
  private final Fitted fitted;
  private final Predictions model;
  private final String baseline;
  private final Predictions reference;
  private final Optional<Rival> champion;
  private final long seed;

  private record Rival(String name, Predictions predictions) {}

  private HeldOut(
      Table test,
      Fitted fitted,
      Predictions model,
      Rival reference,
      Optional<Rival> champion,
      long seed) {
    this.test = test;
    this.fitted = fitted;
    this.model = model;
    this.baseline = reference.name();
    this.reference = reference.predictions();
    this.champion = champion;
    this.seed = seed;
  }

  static HeldOut of(
      Order order, Map<String, Double> parameters, Table earlier, Table test, Progress progress) {
    requireBoth(earlier);
    requireBoth(test);
    Fitted fitted =
        Fitting.of(order.trainer(), parameters, earlier, order.seed(), progress.part(0, .6));
    Predictions model = predictions(fitted, test);
    Rival reference =
        order.trainer().equals(REFERENCE)
            ? new Rival(RECENCY, model.with(recency(test)))
            : new Rival(
                REFERENCE,
                predictions(
                    Fitting.of(REFERENCE, Map.of(), earlier, order.seed(), progress.part(.6, .8)),
                    test));
    Optional<Rival> champion =
        order.champion().map(c -> rival(c, earlier, test, order.seed(), progress.part(.8, 1)));
    return new HeldOut(test, fitted, model, reference, champion, order.seed());
  }

  /** The live version's recipe on the same rows: its served model may know the test's outcomes. */
  private static Rival rival(
      Champion champion, Table earlier, Table test, long seed, Progress progress) {
    Fitted fitted =
        Fitting.of(
            champion.trainer(), PredictChurn.own(champion.parameters()), earlier, seed, progress);
    return new Rival("v" + champion.number(), predictions(fitted, test));
  }

  private static Predictions predictions(Fitted fitted, Table test) {
    return Predictions.of(fitted.classifier().probabilities(test), test.happened(), test.groups());
  }

  /** The longer ago the last order, the likelier to have left; as a number below 1. */
  private static double[] recency(Table test) {
    int column = test.columns().names().indexOf("recencyDays");
    double[] scores = new double[test.rows()];
    Arrays.setAll(
        scores,
        i -> {
          double days = column < 0 ? 0 : Math.max(0, test.value(i, column));
          return days / (1 + days);
        });
    return scores;
  }

  private static void requireBoth(Table rows) {
    if (rows.positives() == 0 || rows.positives() == rows.rows()) {
      throw Refused.unprocessable("predict.churn.one", rows.rows());
    }
  }

  /** Refuses a test that proves nothing. */
  void requireEnough() {
    if (!enough()) {
      throw Refused.unprocessable(
          "predict.churn.few", test.rows(), LEAST_ROWS, fewest(), LEAST_OF_A_KIND);
    }
  }

  private int fewest() {
    return Math.min(test.positives(), test.rows() - test.positives());
  }

  private boolean enough() {
    return test.rows() >= LEAST_ROWS && fewest() >= LEAST_OF_A_KIND;
  }

  /** What the trained one says of the tested people, with what came true. */
  Predictions model() {
    return model;
  }

  int rows() {
    return test.rows();
  }

  String baseline() {
    return baseline;
  }

  List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (BinaryMeasure measure : BinaryMeasure.values()) {
      Interval interval = GroupedBootstrap.of(model, measure, seed);
      boolean probability = measure != BinaryMeasure.ROC_AUC && baseline.equals(RECENCY);
      metrics.add(
          new Metric(
              measure.key(),
              interval.value(),
              interval.low(),
              interval.high(),
              interval.n(),
              probability ? Double.NaN : measure.of(reference),
              measure.isHigherBetter()));
    }
    metrics.add(
        new Metric(
            "lift-10",
            Lift.tenths(model).getFirst().lift(),
            Double.NaN,
            Double.NaN,
            test.rows(),
            1,
            true));
    return List.copyOf(metrics);
  }

  List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(against(Against.BASELINE, new Rival(baseline, reference)));
    champion.ifPresent(rival -> comparisons.add(against(Against.CHAMPION, rival)));
    return comparisons;
  }

  private Comparison against(Against whom, Rival rival) {
    return new Comparison(
        whom, rival.name(), BinaryMeasure.ROC_AUC.key(), above(rival.predictions()));
  }

  private Interval above(Predictions other) {
    return GroupedBootstrap.advantage(model, other, BinaryMeasure.ROC_AUC, seed);
  }

  List<Check> checks() {
    Interval off = GroupedBootstrap.of(model, BinaryMeasure.CALIBRATION_ERROR, seed);
    double strongest = strongestFeature();
    return List.of(
        new Check(
            "predict.check.rows",
            enough(),
            test.rows() + " / " + fewest(),
            "≥ " + LEAST_ROWS + " / " + LEAST_OF_A_KIND),
        new Check(
            "predict.check.calibrated",
            off.value() <= MOST_CALIBRATION_ERROR,
            "%s [%s, %s]".formatted(figure(off.value()), figure(off.low()), figure(off.high())),
            "≤ " + figure(MOST_CALIBRATION_ERROR)),
        new Check(
            "predict.check.leakage",
            strongest <= SUSPICIOUS,
            figure(strongest),
            "≤ " + figure(SUSPICIOUS)));
  }

  /** The AUC of the feature that tells most by itself, whichever way it points. */
  private double strongestFeature() {
    double strongest = 0;
    for (int column = 0; column < test.columns().size(); column++) {
      double auc = BinaryMeasure.ROC_AUC.of(model.with(alone(column)));
      strongest = Math.max(strongest, Math.max(auc, 1 - auc));
    }
    return strongest;
  }

  private double[] alone(int column) {
    double[] scores = new double[test.rows()];
    Arrays.setAll(
        scores,
        i -> {
          float value = test.value(i, column);
          return Float.isNaN(value) ? 0 : value;
        });
    return scores;
  }

  Verdict verdict() {
    Interval above = above(reference);
    boolean beats = above.isAboveZero() && strongestFeature() <= SUSPICIOUS;
    return new Verdict(
        beats,
        "predict.verdict." + (beats ? "beats." : "not.") + baseline,
        List.of(
            figure(BinaryMeasure.ROC_AUC.of(model)),
            figure(BinaryMeasure.ROC_AUC.of(reference)),
            figure(above.low()),
            figure(above.high()),
            String.valueOf(test.rows())));
  }

  Diagnostics diagnostics() {
    return new Diagnostics(
        fitted.curves(),
        List.of(),
        Reliability.bins(model, BINS),
        Thresholds.all(model, THRESHOLDS),
        Lift.tenths(model),
        List.of(),
        List.of(),
        List.of());
  }

  private static String figure(double value) {
    return Numbers.decimal(value, 3, Locale.ENGLISH);
  }
}
