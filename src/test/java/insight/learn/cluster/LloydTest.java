package insight.learn.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Progress;
import insight.learn.measure.AdjustedRand;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LloydTest {
  private static double[] logNormal(int rows, int columns, long seed) {
    return new Random(seed)
        .doubles((long) rows * columns)
        .map(u -> Math.exp(3 * u) * (1 + u))
        .toArray();
  }

  private static Lloyd.Result run(double[] rows, int columns, int k, Distance distance) {
    double[] centres = new Seeding(rows, columns, distance, 5, () -> {}).centres(k);
    return Lloyd.run(rows, columns, centres, 300, distance, 0, Progress.NONE);
  }

  @Property(tries = 40)
  void theBoundsSpareWorkAndChangeNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 9) int k,
      @ForAll @IntRange(min = 1, max = 7) int columns,
      @ForAll Distance distance) {
    double[] rows = distance.placed(logNormal(300, columns, seed), columns);
    Lloyd.Result result = run(rows, columns, k, distance);
    double inertia = 0;
    int[] sizes = new int[k];
    for (int row = 0; row < 300; row++) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < k; c++) {
        least =
            Math.min(
                least, distance.cost(rows, row * columns, result.centres(), c * columns, columns));
      }
      double own =
          distance.cost(
              rows, row * columns, result.centres(), result.groups()[row] * columns, columns);
      assertEquals(least, own, 1e-9 * (1 + own));
      sizes[result.groups()[row]]++;
      inertia += own;
    }
    assertArrayEquals(sizes, result.sizes());
    assertEquals(inertia, result.inertia(), 1e-6 * (1 + inertia));
  }

  @Test
  void twoThreadsGiveTheSameBitsEachTime() {
    double[] rows = logNormal(20_000, 5, 3);
    Lloyd.Result first = run(rows, 5, 6, Distance.EUCLID);
    for (int i = 0; i < 5; i++) {
      Lloyd.Result again = run(rows, 5, 6, Distance.EUCLID);
      assertArrayEquals(first.centres(), again.centres());
      assertEquals(first.inertia(), again.inertia());
    }
  }

  @Test
  void byAngleTheMixCountsAndNotTheAmount() {
    Random chance = new Random(4);
    double[][] rows = new double[200][];
    int[] truth = new int[200];
    for (int i = 0; i < rows.length; i++) {
      double much = 1 + 50 * chance.nextDouble();
      truth[i] = i < 120 ? 0 : 1;
      rows[i] =
          truth[i] == 0 ? new double[] {much, .1 * much} : new double[] {-.1 * much, .9 * much};
    }
    FeatureMatrix matrix = FeatureMatrix.of(List.of("a", "b"), rows);
    Scaling plain =
        new Scaling(
            List.of(new Scaling.Feature("a", false, 0, 1), new Scaling.Feature("b", false, 0, 1)));
    Clustering model =
        new KMeans(5, 100, 1, Distance.COSINE).train(matrix, plain, 2, Progress.NONE).model();
    assertEquals(1, AdjustedRand.of(truth, model.assign(matrix)));
    assertTrue(model.centre(0)[0] > 10, "the middle is told in the rows' own units");
    assertEquals(model, Clustering.fromBytes(model.toBytes()));
  }

  @Test
  void byDifferencesCentresAreMediansWhichOutliersDoNotMove() {
    FeatureMatrix matrix =
        FeatureMatrix.of(List.of("a"), new double[] {1, 2, 3, 4, 30, -500, -510, -520});
    Scaling plain = new Scaling(List.of(new Scaling.Feature("a", false, 0, 1)));
    Clustering model =
        new KMeans(5, 100, 1, Distance.L1).train(matrix, plain, 2, Progress.NONE).model();
    assertEquals(3, model.centre(0)[0]);
    assertEquals(-510, model.centre(1)[0]);
    assertEquals(2 + 1 + 0 + 1 + 27 + 10 + 0 + 10, model.inertia());
  }
}
