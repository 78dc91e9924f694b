package insight.learn.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up tables with a known truth. */
final class Invented {
  static final Columns COLUMNS =
      new Columns(
          List.of(
              Column.numeric("x"),
              Column.numeric("skewed"),
              Column.category("channel", List.of("web", "shop", "app")),
              Column.numeric("noise")));

  private Invented() {}

  /**
   * Rows whose log-odds are 1.5 x, + 1 in the app, + 1.2 when the skewed number is missing, and −1;
   * three rows belong to one customer.
   */
  static Table rows(int rows, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    float[] values = new float[rows * COLUMNS.size()];
    double[] target = new double[rows];
    long[] group = new long[rows];
    int[] origin = new int[rows];
    for (int r = 0; r < rows; r++) {
      boolean missing = chance.nextInt(5) == 0;
      float x = (float) chance.nextDouble(-2, 2);
      int channel = chance.nextInt(3);
      values[r * 4] = x;
      values[r * 4 + 1] = missing ? Float.NaN : (float) Math.exp(chance.nextDouble(0, 9));
      values[r * 4 + 2] = channel;
      values[r * 4 + 3] = (float) chance.nextDouble();
      double logOdds = 1.5 * x + (channel == 2 ? 1 : 0) + (missing ? 1.2 : 0) - 1;
      target[r] = chance.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
      group[r] = r / 3;
      origin[r] = 100 * (r % 4);
    }
    return Table.of(COLUMNS, values, target, group, origin, 100);
  }

  static Table none() {
    return rows(0, 1);
  }

  static int[] range(int from, int to) {
    int[] range = new int[to - from];
    Arrays.setAll(range, i -> from + i);
    return range;
  }
}
