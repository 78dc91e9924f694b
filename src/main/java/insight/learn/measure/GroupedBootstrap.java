package insight.learn.measure;

import insight.learn.Interval;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap of any measure of predictions, drawing whole customers (Efron and Tibshirani
 * 1993; Field and Welsh 2007): rows of one customer are alike, so drawing rows would pretend to
 * know more than the data tell. For two models the same draws serve both, so that what is common to
 * them falls out of the difference.
 */
public final class GroupedBootstrap {
  private static final int RESAMPLES = 1_000;

  /** Rows · resamples that take some seconds; larger data get fewer resamples, at least 200. */
  private static final long ROW_VISITS = 60_000_000;

  private static final int LEAST_RESAMPLES = 200;

  private GroupedBootstrap() {}

  /** The figure with its bounds. */
  public static Interval of(Predictions rows, BinaryMeasure measure, long seed) {
    return bounds(rows, measure.of(rows), counts -> measure.of(rows, counts), seed);
  }

  /**
   * How much better {@code one} is than {@code other} on the same rows: above 0 means better, also
   * where a smaller figure is better.
   */
  public static Interval advantage(
      Predictions one, Predictions other, BinaryMeasure measure, long seed) {
    if (!one.pairsWith(other)) {
      throw new IllegalArgumentException("the predictions are of different rows");
    }
    int sign = measure.isHigherBetter() ? 1 : -1;
    return bounds(
        one,
        sign * (measure.of(one) - measure.of(other)),
        counts -> sign * (measure.of(one, counts) - measure.of(other, counts)),
        seed);
  }

  private static Interval bounds(
      Predictions rows, double value, ToDoubleFunction<int[]> figure, long seed) {
    int[] customer = customers(rows);
    int customers = Arrays.stream(customer).max().orElseThrow() + 1;
    SplittableRandom chance = new SplittableRandom(seed);
    double[] figures = new double[resamples(rows.size())];
    int defined = 0;
    int[] counts = new int[customer.length];
    for (int r = 0; r < figures.length; r++) {
      int[] drawn = new int[customers];
      for (int i = 0; i < customers; i++) {
        drawn[chance.nextInt(customers)]++;
      }
      Arrays.setAll(counts, row -> drawn[customer[row]]);
      double each = figure.applyAsDouble(counts);
      if (!Double.isNaN(each)) {
        figures[defined++] = each;
      }
    }
    double[] sorted = Arrays.copyOf(figures, defined);
    Arrays.sort(sorted);
    return defined == 0
        ? new Interval(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, rows.size())
        : new Interval(
            value,
            Bootstrap.percentile(sorted, .025),
            Bootstrap.percentile(sorted, .975),
            rows.size());
  }

  private static int resamples(int rows) {
    return (int) Math.max(LEAST_RESAMPLES, Math.min(RESAMPLES, ROW_VISITS / rows));
  }

  /** The place of each row's customer, in order of appearance. */
  private static int[] customers(Predictions rows) {
    Map<Long, Integer> places = new HashMap<>();
    int[] customer = new int[rows.size()];
    for (int row = 0; row < customer.length; row++) {
      customer[row] = places.computeIfAbsent(rows.group(row), g -> places.size());
    }
    return customer;
  }
}
