package insight.kernel;

/**
 * A part of a whole with its interval: {@code hits} of {@code n}. The interval is Wilson's score
 * interval (Wilson 1927), which stays inside 0…1 and holds for small n.
 */
public record Share(long hits, long n) {
  private static final double Z95 = 1.959963984540054;

  public Share {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException("hits " + hits + " of n " + n);
    }
  }

  /** hits / n; NaN when n is 0. */
  public double value() {
    return n == 0 ? Double.NaN : (double) hits / n;
  }

  public double low() {
    return centre() - halfWidth();
  }

  public double high() {
    return centre() + halfWidth();
  }

  private double centre() {
    return (value() + Z95 * Z95 / (2 * n)) / (1 + Z95 * Z95 / n);
  }

  private double halfWidth() {
    double p = value();
    return Z95 / (1 + Z95 * Z95 / n) * Math.sqrt(p * (1 - p) / n + Z95 * Z95 / (4.0 * n * n));
  }
}
