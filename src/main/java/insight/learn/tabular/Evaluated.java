package insight.learn.tabular;

import insight.learn.Interval;
import insight.learn.measure.BinaryMeasure;
import insight.learn.measure.Diagnostics;
import insight.learn.measure.FitWarning;
import insight.learn.measure.GroupedBootstrap;
import insight.learn.measure.Lift;
import insight.learn.measure.Predictions;
import insight.learn.measure.Reliability;
import insight.learn.measure.Thresholds;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How good a kind of model was on unseen rows. */
public final class Evaluated {
  private static final int BINS = 10;
  private static final int THRESHOLDS = 20;

  private final Predictions predictions;
  private final List<Integer> tested;
  private final Map<BinaryMeasure, Interval> figures;
  private final List<Diagnostics.Fold> folds;
  private final Evaluation.Tested last;

  Evaluated(
      Predictions predictions,
      List<Integer> tested,
      Map<BinaryMeasure, Interval> figures,
      List<Diagnostics.Fold> folds,
      Evaluation.Tested last) {
    this.predictions = predictions;
    this.tested = List.copyOf(tested);
    this.figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    this.folds = List.copyOf(folds);
    this.last = last;
  }

  /** What was predicted for every tested row. */
  public Predictions predictions() {
    return predictions;
  }

  /** Which rows of the table these are, in the same order. */
  public List<Integer> tested() {
    return tested;
  }

  /** All measures with their bounds. */
  public Map<BinaryMeasure, Interval> figures() {
    return figures;
  }

  public Interval figure(BinaryMeasure measure) {
    return java.util.Objects.requireNonNull(figures.get(measure));
  }

  /** How much better this is than another evaluation of the same rows; above 0 is better. */
  public Interval advantageOver(Evaluated other, BinaryMeasure measure, long seed) {
    return GroupedBootstrap.advantage(predictions, other.predictions, measure, seed);
  }

  /** What the curves of the last training warn of. */
  public FitWarning warning() {
    return last.fitted().curves().stream()
        .map(curve -> FitWarning.of(curve, predictions.baseRate()))
        .filter(warning -> warning != FitWarning.NONE)
        .findFirst()
        .orElse(FitWarning.NONE);
  }

  /** What the run's page shows, but for what costs further trainings. */
  public Diagnostics diagnostics() {
    return new Diagnostics(
        last.fitted().curves(),
        List.of(),
        Reliability.bins(predictions, BINS),
        Thresholds.all(predictions, THRESHOLDS),
        Lift.tenths(predictions),
        List.of(),
        folds,
        List.of());
  }

  Evaluation.Tested last() {
    return last;
  }
}
