package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Progress;
import insight.learn.Stopped;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SilhouetteTest {
  @Property(tries = 200)
  void itIsBetweenMinusOneAndOne(@ForAll("rows") double[] rows, @ForAll("groups") int[] groups) {
    double silhouette = Silhouette.mean(rows, 2, groups, 1, Progress.NONE);
    assertTrue(silhouette >= -1 && silhouette <= 1, () -> "silhouette " + silhouette);
  }

  /** Of 0 and 1 against 10: a = 1, b = 10 and 9; the third is alone. */
  @Test
  void aSmallCaseIsRight() {
    double mean = (9.0 / 10 + 8.0 / 9 + 0) / 3;
    assertEquals(
        mean,
        Silhouette.mean(new double[] {0, 1, 10}, 1, new int[] {0, 0, 1}, 1, Progress.NONE),
        1e-12);
  }

  @Test
  void oneGroupHasNone() {
    assertEquals(0, Silhouette.mean(new double[] {1, 2}, 1, new int[] {0, 0}, 1, Progress.NONE));
  }

  @Test
  void manyRowsAreSampledBySeed() {
    int[] sample = Silhouette.sample(50_000, 3);
    assertEquals(Silhouette.EXACT_UP_TO, Arrays.stream(sample).distinct().count());
    assertArrayEquals(sample, Silhouette.sample(50_000, 3));
    assertEquals(25_000, Arrays.stream(sample).average().orElseThrow(), 1_500);
  }

  @Test
  void itStopsWhenTold() {
    Progress stop =
        share -> {
          throw new Stopped();
        };
    assertThrows(
        Stopped.class, () -> Silhouette.mean(new double[] {1, 2}, 1, new int[] {0, 1}, 1, stop));
  }

  @Provide
  Arbitrary<double[]> rows() {
    return Arbitraries.doubles().between(-9, 9).array(double[].class).ofSize(30);
  }

  @Provide
  Arbitrary<int[]> groups() {
    return Arbitraries.integers().between(0, 3).array(int[].class).ofSize(15);
  }
}
