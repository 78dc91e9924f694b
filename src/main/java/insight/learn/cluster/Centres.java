package insight.learn.cluster;

import java.util.Arrays;

/** The middles of the groups: sums that follow the rows from group to group, or medians. */
final class Centres {
  private final double[] rows;
  private final int columns;
  private final int k;
  private final Distance distance;
  private final double[] sums;
  private final int[] sizes;

  Centres(double[] rows, int columns, int k, Distance distance) {
    this.rows = rows;
    this.columns = columns;
    this.k = k;
    this.distance = distance;
    this.sums = new double[k * columns];
    this.sizes = new int[k];
  }

  int[] sizes() {
    return sizes.clone();
  }

  void clear() {
    Arrays.fill(sums, 0);
    Arrays.fill(sizes, 0);
  }

  void add(double[] moreSums, int[] moreRows) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += moreSums[i];
    }
    for (int c = 0; c < k; c++) {
      sizes[c] += moreRows[c];
    }
  }

  /** The centres of the groups as they are. */
  double[] of(int[] groups, Runnable tick) {
    double[] centres = new double[sums.length];
    if (distance == Distance.L1) {
      medians(groups, centres, tick);
      return centres;
    }
    for (int c = 0; c < k; c++) {
      for (int i = c * columns; i < (c + 1) * columns; i++) {
        centres[i] = sums[i] / Math.max(1, sizes[c]);
      }
      distance.place(centres, c * columns, columns);
    }
    return centres;
  }

  private void medians(int[] groups, double[] centres, Runnable tick) {
    Chunks.each(
        columns,
        tick,
        column -> {
          double[][] values = new double[k][];
          Arrays.setAll(values, c -> new double[sizes[c]]);
          int[] filled = new int[k];
          for (int row = 0; row < groups.length; row++) {
            values[groups[row]][filled[groups[row]]++] = rows[row * columns + column];
          }
          for (int c = 0; c < k; c++) {
            Arrays.sort(values[c]);
            centres[c * columns + column] = median(values[c]);
          }
        });
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length == 0
        ? 0
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Gives each group without rows the row that is farthest from its centre, if there is one. */
  boolean rescue(int[] groups, double[] far) {
    boolean rescued = false;
    for (int c = 0; c < k; c++) {
      rescued |= sizes[c] == 0 && rescue(c, groups, far);
    }
    return rescued;
  }

  private boolean rescue(int group, int[] groups, double[] far) {
    int worst = -1;
    for (int row = 0; row < groups.length; row++) {
      if (sizes[groups[row]] > 1 && (worst < 0 || far[row] > far[worst])) {
        worst = row;
      }
    }
    if (worst < 0 || far[worst] == 0) {
      return false;
    }
    for (int i = 0; i < columns; i++) {
      sums[groups[worst] * columns + i] -= rows[worst * columns + i];
      sums[group * columns + i] += rows[worst * columns + i];
    }
    sizes[groups[worst]]--;
    sizes[group]++;
    groups[worst] = group;
    far[worst] = 0;
    return true;
  }
}
