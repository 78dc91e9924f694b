package insight.learn.cluster;

import insight.learn.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ward's tree over rows, or over a thousand small groups of them where there are many: k-means
 * makes these on a sample, all rows are put into them, and each counts by its size.
 *
 * @param leaves the rows, or the means of the small groups
 * @param sizes how many rows each stands for
 */
@SuppressWarnings("ArrayRecordComponent") // made and used in this package, never compared
record WardTree(double[] leaves, int columns, int[] sizes, Dendrogram dendrogram) {
  /** So many rows are taken as they are. */
  static final int MOST_ROWS = 5_000;

  private static final int SMALL_GROUPS = 1_000;
  private static final int SAMPLE = 50_000;
  private static final int ITERATIONS = 10;

  static WardTree of(ScaledRows rows, Distance distance, long seed, Progress progress) {
    int columns = rows.columns();
    if (rows.rows() <= MOST_ROWS) {
      int[] ones = new int[rows.rows()];
      Arrays.fill(ones, 1);
      return of(rows.flat(), columns, ones, progress);
    }
    ScaledRows sample = rows.spread(SAMPLE, seed);
    Seeding seeding = new Seeding(sample.flat(), columns, distance, seed, () -> progress.at(0));
    double[] centres = seeding.centres(Math.min(SMALL_GROUPS, rows.different(SMALL_GROUPS)));
    Lloyd.Result small =
        Lloyd.run(sample.flat(), columns, centres, ITERATIONS, distance, 0, progress.part(0, .5));
    Lloyd.Result all =
        Lloyd.run(rows.flat(), columns, small.centres(), 1, distance, 0, progress.part(.5, .8));
    int[] used = IntStream.range(0, all.sizes().length).filter(g -> all.sizes()[g] > 0).toArray();
    double[] leaves = new double[used.length * columns];
    for (int i = 0; i < used.length; i++) {
      System.arraycopy(all.centres(), used[i] * columns, leaves, i * columns, columns);
    }
    int[] sizes = Arrays.stream(used).map(g -> all.sizes()[g]).toArray();
    return of(leaves, columns, sizes, progress.part(.8, 1));
  }

  private static WardTree of(double[] leaves, int columns, int[] sizes, Progress progress) {
    Runnable tick = () -> progress.at(0);
    return new WardTree(leaves, columns, sizes, NearestChain.of(leaves, columns, sizes, tick));
  }

  /** The means of the groups of a cut into k. */
  double[] centres(int k, Distance distance) {
    int[] groups = dendrogram.cut(k);
    double[] centres = new double[k * columns];
    double[] weights = new double[k];
    for (int leaf = 0; leaf < groups.length; leaf++) {
      weights[groups[leaf]] += sizes[leaf];
      for (int i = 0; i < columns; i++) {
        centres[groups[leaf] * columns + i] += sizes[leaf] * leaves[leaf * columns + i];
      }
    }
    for (int g = 0; g < k; g++) {
      for (int i = g * columns; i < (g + 1) * columns; i++) {
        centres[i] /= weights[g];
      }
      distance.place(centres, g * columns, columns);
    }
    return centres;
  }
}
