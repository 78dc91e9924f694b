package insight.learn.tabular;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded orders and draws of rows. */
final class Chance {
  private Chance() {}

  /** 0 … n−1 in a drawn order (Fisher and Yates). */
  static int[] order(int n, SplittableRandom chance) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    shuffle(order, chance);
    return order;
  }

  static void shuffle(int[] order, SplittableRandom chance) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = chance.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  /** n of n with replacement. */
  static int[] bootstrap(int n, SplittableRandom chance) {
    int[] drawn = new int[n];
    Arrays.setAll(drawn, i -> chance.nextInt(n));
    return drawn;
  }
}
