package insight.learn.lifetime;

/** The logarithm of the gamma function. */
final class Gamma {
  private static final int G = 7;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double[] COEFFICIENTS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private Gamma() {}

  /**
   * ln Γ(x) for x &gt; 0, by the approximation of Lanczos (1964); relative error of Γ below 1e-13.
   */
  static double log(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - log(1 - x);
    }
    double shifted = x - 1;
    double sum = COEFFICIENTS[0];
    for (int i = 1; i < COEFFICIENTS.length; i++) {
      sum += COEFFICIENTS[i] / (shifted + i);
    }
    double t = shifted + G + 0.5;
    return HALF_LOG_TWO_PI + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
