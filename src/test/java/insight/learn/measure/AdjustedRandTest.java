package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AdjustedRandTest {
  @Property(tries = 200)
  void aGroupingAgreesWithItself(@ForAll("groups") int[] groups) {
    assertEquals(1, AdjustedRand.of(groups, groups), 1e-12);
  }

  @Property(tries = 200)
  void theNumbersOfTheGroupsDoNotMatter(@ForAll("groups") int[] a, @ForAll long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    int[] b = Arrays.stream(a).map(any -> chance.nextInt(4)).toArray();
    int[] renamed = Arrays.stream(a).map(g -> (g * 5 + 3) % 6 - 7).toArray();
    assertEquals(AdjustedRand.of(a, b), AdjustedRand.of(renamed, b), 1e-12);
    assertEquals(AdjustedRand.of(a, b), AdjustedRand.of(b, a), 1e-12);
    assertTrue(AdjustedRand.of(a, b) <= 1 + 1e-12);
  }

  @Test
  void unrelatedGroupingsAreNearZero() {
    SplittableRandom chance = new SplittableRandom(1);
    int[] a = chance.ints(5_000, 0, 4).toArray();
    int[] b = chance.ints(5_000, 0, 4).toArray();
    assertEquals(0, AdjustedRand.of(a, b), .01);
  }

  /** Worked by hand: table 1 1 / 1 2, so C: 1, A: 1+3, B: 1+3, all: 10. */
  @Test
  void aSmallCaseIsRight() {
    int[] a = {0, 0, 1, 1, 1};
    int[] b = {0, 1, 0, 1, 1};
    assertEquals((1 - 1.6) / (4 - 1.6), AdjustedRand.of(a, b), 1e-12);
  }

  @Test
  void unequalLengthsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> AdjustedRand.of(new int[1], new int[2]));
  }

  @Provide
  Arbitrary<int[]> groups() {
    return Arbitraries.integers().between(0, 5).array(int[].class).ofMinSize(1).ofMaxSize(60);
  }
}
