package insight.learn.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Rows cut in two by chance: what may be learnt from, scales and encodings included, and what stays
 * unseen until the end. The same seed gives the same cut. It is for tasks that do not foretell
 * behaviour; those are cut in time, see {@link Split}.
 */
public final class RowSplit {
  /** Four fifths to learn from, one to measure on. */
  public static final double USUAL_SHARE = .8;

  private final int[] train;
  private final int[] test;
  private final double share;
  private final long seed;

  private RowSplit(int[] train, int[] test, double share, long seed) {
    this.train = train;
    this.test = test;
    this.share = share;
    this.seed = seed;
  }

  /**
   * Cuts so many rows; both parts are in ascending order.
   *
   * @param share of the rows to learn from, rounded, at least one
   */
  public static RowSplit seeded(int rows, double share, long seed) {
    if (rows < 1 || !(share > 0 && share < 1)) {
      throw new IllegalArgumentException(rows + " rows, share " + share);
    }
    int[] order = new int[rows];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = rows - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    int cut = Math.max(1, (int) Math.round(rows * share));
    int[] train = Arrays.copyOf(order, cut);
    int[] test = Arrays.copyOfRange(order, cut, rows);
    Arrays.sort(train);
    Arrays.sort(test);
    return new RowSplit(train, test, share, seed);
  }

  /** The rows to learn from. */
  public int[] train() {
    return train.clone();
  }

  /** The rows kept unseen. */
  public int[] test() {
    return test.clone();
  }

  /** For the provenance: how it was cut. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", "random");
    map.put("trainShare", share);
    map.put("seed", seed);
    map.put("trainRows", train.length);
    map.put("testRows", test.length);
    return map;
  }
}
