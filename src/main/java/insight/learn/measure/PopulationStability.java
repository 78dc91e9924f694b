package insight.learn.measure;

/**
 * How far two distributions over the same bins are apart: the population stability index, PSI = Σ
 * (a − b) · ln(a / b), the symmetric Kullback-Leibler divergence of credit scoring (Siddiqi 2006).
 * Below 0.1 little has changed, from 0.25 on much. An empty bin counts as half a case, so that the
 * figure stays finite.
 */
public final class PopulationStability {
  private PopulationStability() {}

  /**
   * The index of two sets of counts.
   *
   * @throws IllegalArgumentException when the bins differ in number or one side is empty
   */
  public static double of(long[] before, long[] now) {
    if (before.length != now.length || before.length == 0) {
      throw new IllegalArgumentException(before.length + " bins against " + now.length);
    }
    double total = smoothedTotal(before);
    double totalNow = smoothedTotal(now);
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      if (before[i] == 0 && now[i] == 0) {
        continue;
      }
      double b = Math.max(before[i], 0.5) / total;
      double a = Math.max(now[i], 0.5) / totalNow;
      sum += (a - b) * Math.log(a / b);
    }
    return sum;
  }

  private static double smoothedTotal(long[] counts) {
    long total = 0;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a count below nought: " + count);
      }
      total += count;
    }
    if (total == 0) {
      throw new IllegalArgumentException("nobody to compare");
    }
    return total;
  }
}
