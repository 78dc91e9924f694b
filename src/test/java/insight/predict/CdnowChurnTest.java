package insight.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import insight.learn.Interval;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CdnowChurnTest {
  @Test
  void cdnowIsForetoldAsWellAsMeasuredBefore() {
    assumeTrue(Files.exists(CdnowChurn.file()), "no " + CdnowChurn.file());
    Map<String, Interval> areas = CdnowChurn.areas();
    assertEquals(.764, Objects.requireNonNull(areas.get("recency")).value(), .005, areas::toString);
    assertEquals(.769, Objects.requireNonNull(areas.get("bg-nbd")).value(), .008, areas::toString);
    assertTrue(Objects.requireNonNull(areas.get("logistic")).value() > .771, areas::toString);
    assertTrue(
        Objects.requireNonNull(areas.get("logistic")).value() < .80,
        () -> "too good to be true: " + areas);
  }
}
