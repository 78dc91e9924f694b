package insight.learn;

/**
 * A figure with the bounds that hold it in 95 of 100 repetitions.
 *
 * @param n from how many single values the figure comes
 */
public record Interval(double value, double low, double high, long n) {
  public Interval {
    if (low > high || n < 1) {
      throw new IllegalArgumentException("no interval: " + low + " … " + high + ", n " + n);
    }
  }

  /** Whether a difference of this size is above zero beyond chance. */
  public boolean isAboveZero() {
    return low > 0;
  }
}
