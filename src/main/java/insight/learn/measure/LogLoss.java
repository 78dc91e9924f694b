package insight.learn.measure;

/** The loss of predicted probabilities, also called binary cross-entropy. */
public final class LogLoss {
  private LogLoss() {}

  /** 1 / (1 + e^−z): turns log-odds into a probability. */
  public static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /**
   * −(1/m) Σ [ y ln p + (1 − y) ln(1 − p) ]; infinite when a certain prediction was wrong.
   *
   * @param predicted probabilities of the outcome
   * @param happened whether it came true
   */
  public static double mean(double[] predicted, boolean[] happened) {
    if (predicted.length != happened.length || predicted.length == 0) {
      throw new IllegalArgumentException("one outcome for each prediction, at least one");
    }
    double sum = 0;
    for (int i = 0; i < predicted.length; i++) {
      sum -= Math.log(happened[i] ? predicted[i] : 1 - predicted[i]);
    }
    return sum / predicted.length;
  }
}
