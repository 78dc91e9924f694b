package insight.prepare.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bars hold everybody, quantiles are ordered, and drift tells what moved. */
class DistributionsTest {
  private static Column.Numbers normal(long seed, int n, double mean) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[n];
    java.util.Arrays.setAll(values, i -> mean + random.nextGaussian());
    return new Column.Numbers(values);
  }

  @Test
  void theSameDistributionIsSteadyAndAMovedOneIsNot() {
    Column before = normal(1, 5000, 0);
    double same = Distributions.psi(before, normal(2, 5000, 0));
    double moved = Distributions.psi(before, normal(3, 5000, 1));
    assertTrue(same < .02, "psi " + same);
    assertEquals(Drift.NONE, Drift.of(Optional.of(same), 5000));
    assertEquals(Drift.STRONG, Drift.of(Optional.of(moved), 5000));
    assertEquals(Drift.UNKNOWN, Drift.of(Optional.of(moved), 100));
    assertEquals(0, Distributions.psi(before, before));
  }

  @Test
  void barsOfWholeNumbersHoldEquallyMany() {
    double[] values = new double[2600];
    java.util.Arrays.setAll(values, i -> i % 26);
    List<Bin> bins = new Column.Numbers(values).bins();
    assertEquals(new Bin("", 0, 2, 300), bins.getFirst());
    assertEquals(2600, bins.stream().mapToLong(Bin::n).sum());
  }

  @Test
  void valuesThatBecomeUnknownAreDrift() {
    double[] values = new double[1000];
    java.util.Arrays.setAll(values, i -> i < 500 ? Double.NaN : i);
    double[] all = new double[1000];
    java.util.Arrays.setAll(all, i -> 500 + i / 2.0);
    assertTrue(Distributions.psi(new Column.Numbers(all), new Column.Numbers(values)) > .25);
  }

  @Test
  void wordsDriftWhenTheirSharesDo() {
    List<String> half = List.of("GB", "GB", "DE", "DE");
    assertEquals(0, Distributions.psi(new Column.Words(half), new Column.Words(half)));
    assertTrue(
        Distributions.psi(new Column.Words(half), new Column.Words(List.of("CN", "CN", "CN", "CN")))
            > 1);
    assertEquals("DE", new Column.Words(half).bins().getFirst().word());
  }

  @Property(tries = 200)
  void barsHoldEverybodyKnownAndQuantilesAreOrdered(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -5, max = 40) Integer> whole) {
    double[] values = whole.stream().mapToDouble(v -> v == -5 ? Double.NaN : v).toArray();
    long known = java.util.Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    Column column = new Column.Numbers(values);
    assertEquals(known, column.bins().stream().mapToLong(Bin::n).sum());
    List<Double> quantiles = Distributions.quantiles(values);
    assertEquals(quantiles, quantiles.stream().sorted().toList());
    assertTrue(Distributions.psi(column, column) == 0);
  }

  @Property(tries = 200)
  void theIndexIsNeverNegativeAndDoesNotMindTheDirection(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 50) Integer> one, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] before = one.stream().mapToLong(v -> v + 1).toArray();
    long[] now = one.stream().mapToLong(v -> 1 + random.nextInt(50)).toArray();
    double there = insight.learn.measure.PopulationStability.of(before, now);
    assertTrue(there >= 0);
    assertEquals(there, insight.learn.measure.PopulationStability.of(now, before), 1e-12);
  }
}
