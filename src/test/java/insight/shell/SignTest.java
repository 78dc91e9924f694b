package insight.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignTest {
  @Test
  void theWorseOfTwoShows() {
    Sign critical = new Sign(Sign.State.CRITICAL, 1);
    assertEquals(critical, new Sign(Sign.State.RUNNING, 4).and(critical));
  }

  @Test
  void countsOfTheSameStateAddUp() {
    assertEquals(
        new Sign(Sign.State.ATTENTION, 3),
        new Sign(Sign.State.ATTENTION, 1).and(new Sign(Sign.State.ATTENTION, 2)));
  }

  @Test
  void aCountBelowNoughtIsNoSign() {
    assertThrows(IllegalArgumentException.class, () -> new Sign(Sign.State.FINE, -1));
  }

  @Test
  void itIsSpokenWithItsStage() {
    assertEquals("Watch, critical: 1", new Sign(Sign.State.CRITICAL, 1).words(Stage.WATCH));
  }

  @Property
  void theOrderOfSpeakersDoesNotMatter(
      @ForAll Sign.State a,
      @ForAll @IntRange(max = 99) int n,
      @ForAll Sign.State b,
      @ForAll @IntRange(max = 99) int m) {
    assertEquals(new Sign(a, n).and(new Sign(b, m)), new Sign(b, m).and(new Sign(a, n)));
  }
}
