package insight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void aSlipOfTheFingerFindsTheWord() {
    assertEquals("rank-products", Nearest.to("rank-product", LearningTasks.NAMES));
    assertEquals("segment-customers", Nearest.to("Segment-Custmoers", LearningTasks.NAMES));
  }

  @Test
  void whereNothingIsKnownTheWordItselfComesBack() {
    assertEquals("x", Nearest.to("x", List.of()));
  }

  @Property(tries = 200)
  void theDistanceIsAMetric(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b,
      @ForAll @AlphaChars @StringLength(max = 8) String c) {
    int ab = Nearest.distance(a, b);
    assertEquals(a.equals(b), ab == 0);
    assertEquals(ab, Nearest.distance(b, a));
    assertEquals(true, Nearest.distance(a, c) <= ab + Nearest.distance(b, c));
  }
}
