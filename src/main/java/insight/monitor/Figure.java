package insight.monitor;

/**
 * A figure of one period.
 *
 * @param value minor units for money, 0…1 for shares; NaN: no data
 * @param low lower end of the 95 % interval; NaN where there is none (sums and counts are exact)
 * @param n what it rests on
 */
public record Figure(Kpi kpi, double value, double low, double high, long n) {
  /** An exact figure. */
  static Figure exact(Kpi kpi, double value, long n) {
    return new Figure(kpi, value, Double.NaN, Double.NaN, n);
  }

  public boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  public boolean hasValue() {
    return Double.isFinite(value);
  }

  /** Half of the interval's width, for «± 0.8». */
  public double halfWidth() {
    return (high - low) / 2;
  }
}
