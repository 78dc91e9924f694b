package insight.learn.measure;

import java.util.HashMap;
import java.util.Map;

/**
 * How far two groupings of the same rows agree, corrected for chance (Hubert and Arabie 1985): 1
 * when they are the same but for the numbers of the groups, about 0 when they have nothing to do
 * with each other.
 */
public final class AdjustedRand {
  private AdjustedRand() {}

  /** (Σ C(n_ij,2) − E) / (½(A + B) − E), A = Σ C(a_i,2), B = Σ C(b_j,2), E = A·B / C(n,2). */
  public static double of(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("not the same rows: " + a.length + " and " + b.length);
    }
    Map<Integer, Integer> left = new HashMap<>();
    Map<Integer, Integer> right = new HashMap<>();
    Map<Long, Integer> both = new HashMap<>();
    for (int i = 0; i < a.length; i++) {
      left.merge(a[i], 1, Integer::sum);
      right.merge(b[i], 1, Integer::sum);
      both.merge((long) a[i] << 32 | (b[i] & 0xffffffffL), 1, Integer::sum);
    }
    double pairsA = pairs(left);
    double pairsB = pairs(right);
    double all = (double) a.length * (a.length - 1) / 2;
    double expected = all == 0 ? 0 : pairsA * pairsB / all;
    double most = (pairsA + pairsB) / 2;
    // Both groupings trivial in the same way: one single group, or every row alone.
    return most == expected ? 1 : (pairs(both) - expected) / (most - expected);
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(n -> (double) n * (n - 1) / 2).sum();
  }
}
