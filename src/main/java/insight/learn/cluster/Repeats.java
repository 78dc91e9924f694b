package insight.learn.cluster;

import insight.learn.Progress;
import insight.learn.measure.AdjustedRand;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Groups again and again, with other seeds and on bootstrap samples, and compares the groups of all
 * rows.
 */
final class Repeats {
  private final int rows;
  private final int[] groups;
  private final SplittableRandom seeds;

  /**
   * @param rows how many there are
   * @param groups the model's
   */
  Repeats(int rows, int[] groups, long seed) {
    this.rows = rows;
    this.groups = groups;
    this.seeds = new SplittableRandom(seed);
  }

  /** Groups anew. */
  @FunctionalInterface
  interface Again {
    /**
     * @param drawn the rows to learn from; empty: all
     * @return the groups of all rows
     */
    int[] groups(Optional<int[]> drawn, long seed, Progress told);
  }

  Stability measure(int times, Again again, Progress progress) {
    double[] seeded = new double[times];
    double[] sampled = new double[times];
    for (int i = 0; i < times; i++) {
      seeded[i] = agreement(again, Optional.empty(), at(progress, (double) i / times));
      sampled[i] = agreement(again, Optional.of(drawn()), at(progress, (i + .5) / times));
    }
    return new Stability(mean(seeded), least(seeded), times, mean(sampled), least(sampled), times);
  }

  /** Can be stopped, but stays where it is. */
  private static Progress at(Progress progress, double share) {
    return progress.part(share, share);
  }

  private double agreement(Again again, Optional<int[]> drawn, Progress told) {
    return AdjustedRand.of(groups, again.groups(drawn, seeds.nextLong(), told));
  }

  private int[] drawn() {
    SplittableRandom chance = seeds.split();
    int[] drawn = new int[rows];
    for (int i = 0; i < rows; i++) {
      drawn[i] = chance.nextInt(rows);
    }
    return drawn;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double least(double[] values) {
    double least = 1;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }
}
