package insight.learn.measure;

/**
 * How far predicted numbers are from the true ones.
 *
 * @param mse mean squared error, Σ (ŷ − y)² / n
 * @param rmse its root, in the unit of the target
 * @param mae mean absolute error, Σ |ŷ − y| / n
 * @param explained R² = 1 − Σ (ŷ − y)² / Σ (y − ȳ)²; 0 when the target never changes
 */
public record RegressionQuality(double mse, double rmse, double mae, double explained, long n) {
  /** Measures predictions. */
  public static RegressionQuality of(double[] predicted, double[] truth) {
    if (predicted.length != truth.length || predicted.length == 0) {
      throw new IllegalArgumentException("one truth for each prediction, at least one");
    }
    double mean = java.util.Arrays.stream(truth).average().orElseThrow();
    double squares = 0;
    double errors = 0;
    double spread = 0;
    for (int i = 0; i < truth.length; i++) {
      double error = predicted[i] - truth[i];
      squares += error * error;
      errors += Math.abs(error);
      spread += (truth[i] - mean) * (truth[i] - mean);
    }
    double mse = squares / truth.length;
    double explained = spread == 0 ? 0 : 1 - squares / spread;
    return new RegressionQuality(
        mse, Math.sqrt(mse), errors / truth.length, explained, truth.length);
  }
}
