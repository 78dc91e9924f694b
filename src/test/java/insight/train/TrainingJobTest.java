package insight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TrainingJobTest {
  @Test
  void aTasksProgressIsThePartBetweenFreezingAndKeeping() {
    assertEquals(50, TrainingJob.units(0));
    assertEquals(500, TrainingJob.units(0.5));
    assertEquals(950, TrainingJob.units(1));
  }

  @Property
  void progressNeverLeavesItsPart(@ForAll @DoubleRange(min = -2, max = 3) double share) {
    long units = TrainingJob.units(share);
    assertTrue(units >= 50 && units <= 950);
  }
}
