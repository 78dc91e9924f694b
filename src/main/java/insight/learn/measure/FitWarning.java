package insight.learn.measure;

import java.util.List;

/** What the losses of a training say about how well the model fits. */
public enum FitWarning {
  /** Nothing to warn of. */
  NONE,
  /** On new rows it is clearly worse than on those it learned from: it learned them by heart. */
  OVERFITTING,
  /** It is hardly better than always saying the base rate: it learned next to nothing. */
  UNDERFITTING,
  /** The loss was still falling when the rounds were over: more rounds may help. */
  STOPPED_EARLY;

  private static final double WORSE = 1.15;
  private static final double HARDLY_BETTER = .98;
  private static final double STILL_FALLING = .002;
  private static final int LAST_ROUNDS = 5;

  /**
   * Judges the round that was kept.
   *
   * @param baseRate the share of yes, whose entropy is the loss of a model that knows nothing
   */
  public static FitWarning of(Diagnostics.Curve curve, double baseRate) {
    if (curve.train().isEmpty()) {
      return NONE;
    }
    double train = curve.train().get(curve.best());
    boolean seen = curve.validation().isEmpty();
    double unseen = seen ? train : curve.validation().get(curve.best());
    if (unseen > train * WORSE) {
      return OVERFITTING;
    }
    if (unseen > HARDLY_BETTER * entropy(baseRate)) {
      return UNDERFITTING;
    }
    return stillFalls(seen ? curve.train() : curve.validation(), curve.best())
        ? STOPPED_EARLY
        : NONE;
  }

  private static double entropy(double share) {
    return share <= 0 || share >= 1
        ? 0
        : -share * Math.log(share) - (1 - share) * Math.log(1 - share);
  }

  private static boolean stillFalls(List<Double> losses, int best) {
    int last = losses.size() - 1;
    return best == last
        && last >= LAST_ROUNDS
        && losses.get(last) < losses.get(last - LAST_ROUNDS) * (1 - STILL_FALLING * LAST_ROUNDS);
  }
}
