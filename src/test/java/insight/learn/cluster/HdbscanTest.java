package insight.learn.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.measure.AdjustedRand;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HdbscanTest {
  private static final List<String> NAMES = List.of("x", "y");

  private static Scaling plain() {
    return new Scaling(NAMES.stream().map(n -> new Scaling.Feature(n, false, 0, 1)).toList());
  }

  /** A ring around a dense core, which no centres can tell apart, and some rows far from both. */
  private static double[] ringAndCore(int rows, long seed) {
    Random chance = new Random(seed);
    double[] values = new double[rows * 2];
    for (int i = 0; i < rows; i++) {
      double angle = 2 * Math.PI * chance.nextDouble();
      double radius = truth(i) == 0 ? 3 + .1 * chance.nextGaussian() : .3 * chance.nextGaussian();
      boolean lone = truth(i) == -1;
      values[2 * i] = lone ? 20 + i : radius * Math.cos(angle);
      values[2 * i + 1] = lone ? 3.0 * i : radius * Math.sin(angle);
    }
    return values;
  }

  private static int truth(int row) {
    return row % 50 == 7 ? -1 : row % 3 == 0 ? 1 : 0;
  }

  private static FeatureMatrix matrix(int rows) {
    return FeatureMatrix.of(NAMES, ringAndCore(rows, 5));
  }

  @Test
  void aRingAroundACoreIsFoundAndLoneRowsAreInNoGroup() {
    int rows = 1_500;
    DensityGroups model =
        new Hdbscan(8, .05, 1, Distance.EUCLID).train(matrix(rows), plain(), Progress.NONE).model();
    int[] truth = new int[rows];
    Arrays.setAll(truth, HdbscanTest::truth);
    assertEquals(2, model.k());
    assertTrue(AdjustedRand.of(truth, model.groups()) > .95);
    assertEquals(0, model.assign(3, 0));
    assertEquals(1, model.assign(.1, 0));
    assertEquals(DensityGroups.NONE, model.assign(500, 500));
    assertEquals(model, DensityGroups.fromBytes(model.toBytes()));
  }

  @Test
  void groupsThatAreThereAreStable() {
    Hdbscan hdbscan = new Hdbscan(8, .05, 1, Distance.EUCLID);
    DensityGroups model = hdbscan.train(matrix(900), plain(), Progress.NONE).model();
    assertTrue(hdbscan.stability(matrix(900), model, 3, Progress.NONE).enough());
  }

  @Test
  void rowsWithoutAnyDenserPlaceAreRefused() {
    FeatureMatrix line = FeatureMatrix.of(List.of("x", "y"), new Random(1).doubles(400).toArray());
    assertThrows(
        Refused.class,
        () -> new Hdbscan(10, .3, 1, Distance.EUCLID).train(line, plain(), Progress.NONE));
  }
}
