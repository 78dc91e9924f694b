package insight.learn.measure;

import insight.kernel.Refused;
import insight.learn.rank.Interactions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The interactions cut in two: what a ranker may learn from, and what it has to foretell. Only
 * customers who were cut are in either part.
 */
public final class Split {
  /** Who has fewer products tells too little to be measured. */
  public static final int LEAST_INTERACTIONS = 5;

  private final Interactions train;
  private final int[] users;
  private final int[][] test;

  private Split(Interactions train, int[] users, int[][] test) {
    this.train = train;
    this.users = users;
    this.test = test;
  }

  /**
   * Each customer's products in the order of their first purchase; the last {@code share} of them
   * (rounded down, at least one) is the test. The cut then moves back to the start of the order it
   * falls into, so that no basket is cut: a half-seen basket gives its other half away. Customers
   * stay who have {@value #LEAST_INTERACTIONS} products and, after the cut, one less to learn from.
   * Products that are only in the test stay there, as misses.
   *
   * @throws Refused when no customer stays
   */
  public static Split lastShareByUser(Interactions all, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share between 0 and 1, not " + share);
    }
    BitSet learnable = new BitSet(all.size());
    List<Integer> users = new ArrayList<>();
    List<int[]> test = new ArrayList<>();
    for (int user = 0; user < all.users(); user++) {
      int from = all.from(user);
      int to = all.from(user + 1);
      int cut = cut(all, from, to, share);
      if (to - from >= LEAST_INTERACTIONS && cut - from >= LEAST_INTERACTIONS - 1) {
        learnable.set(from, cut);
        users.add(user);
        test.add(items(all, cut, to));
      }
    }
    if (users.isEmpty()) {
      throw Refused.unprocessable("learn.split.users", LEAST_INTERACTIONS);
    }
    return new Split(
        all.only(learnable),
        users.stream().mapToInt(Integer::intValue).toArray(),
        test.toArray(int[][]::new));
  }

  private static int cut(Interactions all, int from, int to, double share) {
    int cut = to - Math.max(1, (int) Math.floor((to - from) * share));
    while (cut > from && all.millis(cut - 1) == all.millis(cut)) {
      cut--;
    }
    return cut;
  }

  private static int[] items(Interactions all, int from, int to) {
    int[] items = new int[to - from];
    for (int i = from; i < to; i++) {
      items[i - from] = all.item(i);
    }
    return items;
  }

  /** What may be learnt from; customers and products keep their indices. */
  public Interactions train() {
    return train;
  }

  /** How many customers are measured. */
  public int size() {
    return users.length;
  }

  /** The index of the {@code place}-th measured customer. */
  public int user(int place) {
    return users[place];
  }

  /** The products that the {@code place}-th measured customer bought after the cut. */
  public int[] test(int place) {
    return test[place].clone();
  }
}
