package insight.learn.measure;

import insight.learn.Interval;
import java.util.List;
import java.util.Map;

/**
 * What a run shows beside its figures. Each part is empty where the trainer has no such thing. All
 * but the curves and trials are of data that the model was not fitted to.
 *
 * @param curves loss by round or epoch
 * @param learningCurve the key figure by the number of training rows
 * @param reliability bins of predicted probability, ascending
 * @param confusions counts by threshold, ascending
 * @param lift the rows in tenths by falling score
 * @param importance of the features, the strongest first
 * @param folds the key figure of each part or cut-off of the validation
 * @param trials the leaderboard of the search, the best first
 */
public record Diagnostics(
    List<Curve> curves,
    List<LearningPoint> learningCurve,
    List<ReliabilityBin> reliability,
    List<Confusion> confusions,
    List<LiftTenth> lift,
    List<Importance> importance,
    List<Fold> folds,
    List<Trial> trials) {

  /** Nothing to show. */
  public static final Diagnostics NONE =
      new Diagnostics(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Diagnostics {
    curves = List.copyOf(curves);
    learningCurve = List.copyOf(learningCurve);
    reliability = List.copyOf(reliability);
    confusions = List.copyOf(confusions);
    lift = List.copyOf(lift);
    importance = List.copyOf(importance);
    folds = List.copyOf(folds);
    trials = List.copyOf(trials);
  }

  /**
   * One figure over the rounds of training.
   *
   * @param metric e.g. {@code log-loss}
   * @param best the round that was kept, from 0
   */
  public record Curve(
      String metric, List<Double> train, List<Double> validation, List<Double> rate, int best) {
    public Curve {
      train = List.copyOf(train);
      validation = List.copyOf(validation);
      rate = List.copyOf(rate);
    }
  }

  /** The key figure when only {@code rows} rows were learned from. */
  public record LearningPoint(long rows, double train, double test) {}

  /** Mean predicted probability and observed share of a bin. */
  public record ReliabilityBin(double predicted, double observed, long n) {}

  /** What a threshold would decide. */
  public record Confusion(
      double threshold,
      long truePositive,
      long falsePositive,
      long trueNegative,
      long falseNegative) {}

  /** A tenth of the rows: how many came true, and how many times the base rate that is. */
  public record LiftTenth(int tenth, long n, long positives, double lift) {}

  /** How much worse the key figure gets when the feature is shuffled (Breiman 2001). */
  public record Importance(String feature, double drop, double low, double high) {}

  /** One part of the validation. */
  public record Fold(String name, long n, Interval figure) {}

  /** One try of the search. */
  public record Trial(Map<String, Double> parameters, double figure, double seconds, String note) {
    public Trial {
      parameters = Map.copyOf(parameters);
    }
  }
}
