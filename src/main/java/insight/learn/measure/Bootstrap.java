package insight.learn.measure;

import insight.learn.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap of a mean (Efron 1979): draw n of n values with replacement, take the mean,
 * repeat; the 2.5 % and 97.5 % points of those means are the bounds. Above {@value #LARGE} values
 * the mean is as good as normal and its interval is computed directly.
 */
public final class Bootstrap {
  /** How often the values are drawn anew. */
  public static final int RESAMPLES = 2_000;

  private static final int LARGE = 50_000;
  private static final double Z95 = 1.959963984540054;

  private Bootstrap() {}

  /** The mean of values that each come from one customer. */
  public static Interval mean(double[] values, long seed) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values, no mean");
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    return values.length > LARGE ? normal(values, mean) : resampled(values, mean, seed);
  }

  /**
   * The mean of a − b, where both have one value for each customer, in the same order. Pairing
   * takes the differences between customers out, so small true differences become visible.
   */
  public static Interval difference(double[] a, double[] b, long seed) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("not pairs: " + a.length + " and " + b.length);
    }
    double[] differences = new double[a.length];
    Arrays.setAll(differences, i -> a[i] - b[i]);
    return mean(differences, seed);
  }

  private static Interval resampled(double[] values, double mean, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[chance.nextInt(values.length)];
      }
      means[r] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(mean, percentile(means, .025), percentile(means, .975), values.length);
  }

  private static Interval normal(double[] values, double mean) {
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double half = Z95 * Math.sqrt(squares / (values.length - 1.0) / values.length);
    return new Interval(mean, mean - half, mean + half, values.length);
  }

  /** Linear between the two neighbours. */
  static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (place - below) * (above - sorted[below]);
  }
}
