package insight.learn.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final List<String> NAMES = List.of("recency", "monetary");

  @Property(tries = 200)
  void itCanBeTurnedBack(@ForAll("amounts") double[] values) {
    FeatureMatrix matrix = FeatureMatrix.of(NAMES, values);
    Scaling scaling = Scaling.fit(matrix, Set.of("monetary"));
    for (int row = 0; row < matrix.rows(); row++) {
      double[] again = scaling.original(scaling.scaled(matrix.row(row)));
      assertArrayEquals(matrix.row(row), again, 1e-5);
    }
  }

  @Property(tries = 100)
  void aFeatureThatVariesGetsMeanZeroAndDeviationOne(@ForAll("amounts") double[] values) {
    FeatureMatrix matrix = FeatureMatrix.of(List.of("monetary"), values);
    Scaling scaling = Scaling.fit(matrix, Set.of("monetary"));
    double[] scaled = scaling.scaled(matrix);
    double deviation = Math.sqrt(Arrays.stream(scaled).map(v -> v * v).sum() / scaled.length);
    assertEquals(0, Arrays.stream(scaled).average().orElseThrow(), 1e-9);
    assertTrue(Math.abs(deviation - 1) < 1e-9 || deviation < 1e-9);
  }

  @Test
  void aConstantFeatureGetsScaleOne() {
    Scaling scaling = Scaling.fit(FeatureMatrix.of(NAMES, new double[] {5, 1, 5, 3}), Set.of());
    assertEquals(new Scaling.Feature("recency", false, 5, 1), scaling.features().getFirst());
    assertArrayEquals(new double[] {0, -1}, scaling.scaled(new double[] {5, 1}));
  }

  @Test
  void aValueThatIsNoNumberIsRefusedByRowAndFeature() {
    Refused refused =
        assertThrows(
            Refused.class, () -> FeatureMatrix.of(NAMES, new double[] {1, 2, 3, Double.NaN}));
    assertEquals(
        "Row 2 has no usable number in the feature “monetary”."
            + " Prepare the data again or leave this feature out.",
        refused.in(Locale.ENGLISH));
  }

  @Test
  void wrongShapesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> FeatureMatrix.of(NAMES, new double[] {1, 2, 3}));
    assertThrows(
        IllegalArgumentException.class,
        () -> FeatureMatrix.of(NAMES, new double[][] {{1, 2}, {3}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> FeatureMatrix.of(List.of("a", "a"), new double[] {1, 2}));
    FeatureMatrix matrix = FeatureMatrix.of(NAMES, new double[] {1, 2});
    assertThrows(IllegalArgumentException.class, () -> Scaling.fit(matrix, Set.of("unknown")));
  }

  @Provide
  Arbitrary<double[]> amounts() {
    return Arbitraries.doubles().between(-1e6, 1e6).array(double[].class).ofSize(20);
  }
}
