package insight.learn.cluster;

import insight.learn.Progress;
import insight.learn.measure.AdjustedRand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Groups again and again, with other seeds and on bootstrap samples, and compares the groups of all
 * rows. Several models can be compared with what one training gives, such as the cuts of one tree.
 */
final class Repeats {
  private final int rows;
  private final List<int[]> models;
  private final SplittableRandom seeds;

  /**
   * @param rows how many there are
   * @param models the groups of each model
   */
  Repeats(int rows, List<int[]> models, long seed) {
    this.rows = rows;
    this.models = List.copyOf(models);
    this.seeds = new SplittableRandom(seed);
  }

  /** Groups anew. */
  @FunctionalInterface
  interface Again {
    /**
     * @param drawn the rows to learn from; empty: all
     * @return the groups of all rows, for each model
     */
    List<int[]> groups(Optional<int[]> drawn, long seed, Progress told);
  }

  /**
   * @param chance whether another seed can make a difference; else only samples are tried
   */
  List<Stability> measure(int times, boolean chance, Again again, Progress progress) {
    double[][] seeded = new double[models.size()][chance ? times : 0];
    double[][] sampled = new double[models.size()][times];
    for (int i = 0; i < times; i++) {
      if (chance) {
        compare(again, Optional.empty(), at(progress, (double) i / times), seeded, i);
      }
      compare(again, Optional.of(drawn()), at(progress, (i + .5) / times), sampled, i);
    }
    List<Stability> measured = new ArrayList<>();
    for (int model = 0; model < models.size(); model++) {
      double[] s = seeded[model];
      double[] b = sampled[model];
      measured.add(new Stability(mean(s), least(s), s.length, mean(b), least(b), times));
    }
    return measured;
  }

  /** Can be stopped, but stays where it is. */
  private static Progress at(Progress progress, double share) {
    return progress.part(share, share);
  }

  private void compare(
      Again again, Optional<int[]> drawn, Progress told, double[][] agreements, int time) {
    List<int[]> groups = again.groups(drawn, seeds.nextLong(), told);
    for (int model = 0; model < models.size(); model++) {
      agreements[model][time] = AdjustedRand.of(models.get(model), groups.get(model));
    }
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
    return Arrays.stream(values).average().orElse(1);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(1);
  }
}
