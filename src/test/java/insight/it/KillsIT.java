package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * R1 and R2 in short: five times everything is killed with -9 while events arrive and a file is
 * imported. Nothing that was acknowledged is lost, nothing is counted twice. {@code ./insight soak
 * kills} does the same for longer.
 */
class KillsIT {
  @Test
  void fiveKillsLoseNothingAndDoubleNothing() {
    Path data = Path.of(System.getProperty("insight.target", "target"), "kills");
    Kills.Outcome outcome = new Kills(data, 5, 42).run(Map.of());
    assertEquals(0, outcome.lost(), outcome::toString);
    assertEquals(0, outcome.doubled(), outcome::toString);
    assertTrue(outcome.acknowledged() > 100, outcome::toString);
    JsonObject counts = outcome.importCounts();
    assertEquals(outcome.lines(), counts.getInt("accepted"), counts::toString);
    assertEquals(0, counts.getInt("rejected"), counts::toString);
  }
}
