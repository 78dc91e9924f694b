package insight.learn.measure;

import insight.learn.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well rows lie in their groups (Rousseeuw 1987). For one row, a is its mean distance to the
 * other rows of its group, b the smallest mean distance to the rows of another group, and its
 * silhouette is (b − a) / max(a, b): 1 deep inside, 0 on the border, below 0 in the wrong group. A
 * row alone in its group has 0. Distances are Euclidean, over all pairs, not to centres.
 */
public final class Silhouette {
  /** With more rows, a seeded sample of this many stands for all. */
  public static final int EXACT_UP_TO = 2_000;

  private Silhouette() {}

  /**
   * The mean silhouette; 0 when fewer than two groups have rows.
   *
   * @param rows the rows one after the other
   * @param columns how many numbers a row has
   * @param groups the group of each row, 0…k−1
   */
  public static double mean(double[] rows, int columns, int[] groups, long seed, Progress told) {
    int[] chosen = sample(groups.length, seed);
    int k = Arrays.stream(groups).max().orElse(0) + 1;
    int[] sizes = new int[k];
    for (int row : chosen) {
      sizes[groups[row]]++;
    }
    if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (i % 64 == 0) {
        told.at((double) i / chosen.length);
      }
      sum +=
          ofRow(distances(rows, columns, groups, chosen, chosen[i], k), sizes, groups[chosen[i]]);
    }
    return sum / chosen.length;
  }

  /** Ascending row numbers: all, or {@link #EXACT_UP_TO} of them by reservoir sampling. */
  static int[] sample(int rows, long seed) {
    int[] chosen = new int[Math.min(rows, EXACT_UP_TO)];
    Arrays.setAll(chosen, i -> i);
    SplittableRandom chance = new SplittableRandom(seed);
    for (int row = chosen.length; row < rows; row++) {
      int place = chance.nextInt(row + 1);
      if (place < chosen.length) {
        chosen[place] = row;
      }
    }
    Arrays.sort(chosen);
    return chosen;
  }

  /** The sum of the distances of one row to the chosen rows of each group. */
  private static double[] distances(
      double[] rows, int columns, int[] groups, int[] chosen, int row, int k) {
    double[] sums = new double[k];
    for (int other : chosen) {
      double squares = 0;
      for (int c = 0; c < columns; c++) {
        double d = rows[row * columns + c] - rows[other * columns + c];
        squares += d * d;
      }
      sums[groups[other]] += Math.sqrt(squares);
    }
    return sums;
  }

  private static double ofRow(double[] sums, int[] sizes, int own) {
    if (sizes[own] == 1) {
      return 0;
    }
    double a = sums[own] / (sizes[own] - 1);
    double b = Double.POSITIVE_INFINITY;
    for (int g = 0; g < sizes.length; g++) {
      if (g != own && sizes[g] > 0) {
        b = Math.min(b, sums[g] / sizes[g]);
      }
    }
    return a == b ? 0 : (b - a) / Math.max(a, b);
  }
}
