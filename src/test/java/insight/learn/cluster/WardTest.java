package insight.learn.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Progress;
import insight.learn.Stopped;
import insight.learn.measure.AdjustedRand;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WardTest {
  private static final int ROWS = 5_000;
  private static final int COLUMNS = 4;

  /** As ward-heights-5000.py makes them. */
  private static double[] rows() {
    double[] rows = new double[ROWS * COLUMNS];
    long state = 20_251_125;
    for (int i = 0; i < rows.length; i++) {
      state = (1_103_515_245 * state + 12_345) % 2_147_483_648L;
      int row = i / COLUMNS;
      rows[i] = state / 2_147_483_648.0 + (row % 5) * (i % COLUMNS + 1) * 0.3;
    }
    return rows;
  }

  private static int[] ones(int rows) {
    int[] ones = new int[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void theHeightsAreScipysOnTheSameFiveThousandRows() throws IOException {
    Dendrogram tree = NearestChain.of(rows(), COLUMNS, ones(ROWS), () -> {});
    try (var in = WardTest.class.getResourceAsStream("/insight/learn/ward-heights-5000.f64")) {
      ByteBuffer heights = ByteBuffer.wrap(in == null ? new byte[0] : in.readAllBytes());
      assertEquals((ROWS - 1) * Double.BYTES, heights.remaining());
      for (Dendrogram.Merge merge : tree.merges()) {
        double scipy = heights.getDouble();
        assertEquals(scipy, merge.height(), 1e-6 * scipy);
      }
    }
  }

  @Property(tries = 30)
  void weightedRowsGiveTheTreeOfTheRowsTheyStandFor(@ForAll long seed) {
    Random chance = new Random(seed);
    double[] places = chance.doubles(40).toArray();
    int[] sizes = chance.ints(20, 1, 4).toArray();
    double[] spread =
        IntStream.range(0, 20)
            .boxed()
            .flatMap(i -> Collections.nCopies(sizes[i], i).stream())
            .flatMapToDouble(i -> DoubleStream.of(places[2 * i], places[2 * i + 1]))
            .toArray();
    List<Dendrogram.Merge> few = NearestChain.of(places, 2, sizes, () -> {}).merges();
    List<Dendrogram.Merge> many =
        NearestChain.of(spread, 2, ones(spread.length / 2), () -> {}).merges();
    for (int i = 1; i <= few.size(); i++) {
      double height = few.get(few.size() - i).height();
      assertEquals(height, many.get(many.size() - i).height(), 1e-9);
    }
  }

  @Test
  void aTreeIsCutIntoTheGroupsItHolds() {
    double[] rows = {0, 1, 10, 11, 12, 100};
    Dendrogram tree = NearestChain.of(rows, 1, ones(6), () -> {});
    assertEquals(1, AdjustedRand.of(new int[] {0, 0, 1, 1, 1, 2}, tree.cut(3)));
    assertEquals(1, AdjustedRand.of(new int[] {0, 0, 0, 0, 0, 1}, tree.cut(2)));
    Dendrogram top = tree.top(3);
    assertEquals(List.of(2, 3, 1), top.sizes());
    assertEquals(new Dendrogram.Merge(0, 1, tree.merges().get(3).height()), top.merges().get(0));
    assertEquals(new Dendrogram.Merge(2, 3, tree.merges().get(4).height()), top.merges().get(1));
  }

  private static FeatureMatrix blobs(int rows) {
    Random chance = new Random(3);
    double[] values = new double[rows * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = 10 * (i / 2 % 3) + (i % 2) * 3 * (i / 2 % 3) + chance.nextGaussian();
    }
    return FeatureMatrix.of(List.of("a", "b"), values);
  }

  private static Ward.Choice choose(int rows, Progress progress) {
    FeatureMatrix matrix = blobs(rows);
    return new Ward(1, Distance.EUCLID)
        .choose(matrix, Scaling.fit(matrix, Set.of()), 2, 5, 2, progress);
  }

  @Test
  void threeGroupsAreFoundInFewRowsAndInMany() {
    for (int rows : new int[] {600, 8_000}) {
      Ward.Choice choice = choose(rows, Progress.NONE);
      assertEquals(3, choice.best().model().groups().k());
      assertTrue(choice.chosen().stability().enough());
      int[] groups = choice.best().model().groups().assign(blobs(rows));
      int[] truth = new int[rows];
      Arrays.setAll(truth, i -> i % 3);
      assertEquals(1, AdjustedRand.of(truth, groups), .01);
      Hierarchy model = choice.best().model();
      assertEquals(model, Hierarchy.fromBytes(model.toBytes()));
    }
  }

  @Test
  void itStopsWhenTold() {
    int[] heard = {0};
    assertThrows(
        Stopped.class,
        () ->
            choose(
                2_000,
                share -> {
                  if (++heard[0] == 50) {
                    throw new Stopped();
                  }
                }));
    assertEquals(50, heard[0]);
  }
}
