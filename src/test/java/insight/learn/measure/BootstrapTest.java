package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Property(tries = 50)
  void theBoundsStayAmongTheValues(@ForAll("shares") double[] values) {
    Interval interval = Bootstrap.mean(values, 1);
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    assertTrue(interval.low() >= least - 1e-12 && interval.high() <= most + 1e-12);
    assertEquals(values.length, interval.n());
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] values = uniform(300, 5);
    assertEquals(Bootstrap.mean(values, 9), Bootstrap.mean(values, 9));
  }

  @Test
  void itAgreesWithTheNormalIntervalOfManyValues() {
    double[] values = uniform(2_000, 3);
    Interval interval = Bootstrap.mean(values, 1);
    double half = 1.96 * Math.sqrt(1 / 12.0 / values.length);
    assertEquals(half, (interval.high() - interval.low()) / 2, half * .1);
  }

  @Test
  void veryManyValuesTakeTheNormalInterval() {
    double[] values = uniform(60_000, 4);
    Interval interval = Bootstrap.mean(values, 1);
    assertEquals(
        1.96 * Math.sqrt(1 / 12.0 / values.length), interval.high() - interval.value(), 1e-4);
  }

  @Test
  void pairingSeesADifferenceThatTwoIntervalsHide() {
    double[] b = uniform(200, 6);
    double[] a = Arrays.stream(b).map(v -> v + .02).toArray();
    assertTrue(Bootstrap.mean(a, 1).low() < Bootstrap.mean(b, 1).high());
    assertTrue(Bootstrap.difference(a, b, 1).isAboveZero());
    assertFalse(Bootstrap.difference(a, a, 1).isAboveZero());
  }

  @Test
  void nothingAndUnequalPairsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Bootstrap.mean(new double[0], 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Bootstrap.difference(new double[1], new double[2], 1));
  }

  private static double[] uniform(int n, long seed) {
    return new SplittableRandom(seed).doubles(n).toArray();
  }

  @Provide
  Arbitrary<double[]> shares() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofMinSize(1).ofMaxSize(40);
  }
}
