package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowSplitTest {
  @Property(tries = 200)
  void everyRowIsInOnePart(@ForAll @IntRange(min = 1, max = 500) int rows, @ForAll long seed) {
    RowSplit split = RowSplit.seeded(rows, RowSplit.USUAL_SHARE, seed);
    int[] all =
        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, rows).toArray(), all);
    assertEquals(Math.max(1, Math.round(rows * .8)), split.train().length);
  }

  @Test
  void theSameSeedCutsTheSameAndAnotherDoesNot() {
    RowSplit one = RowSplit.seeded(100, .8, 42);
    assertArrayEquals(one.test(), RowSplit.seeded(100, .8, 42).test());
    assertFalse(Arrays.equals(one.test(), RowSplit.seeded(100, .8, 43).test()));
    assertEquals(42L, one.asMap().get("seed"));
    assertEquals(.8, one.asMap().get("trainShare"));
  }
}
