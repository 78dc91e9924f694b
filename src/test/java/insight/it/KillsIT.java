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
    assertTrue(outcome.importsWhole(), outcome::toString);
  }

  /** R5 in short: the database dies in the middle of an import; nobody restarts the portal. */
  @Test
  void theDatabaseGoesAwayInTheMiddleOfAnImport() throws java.io.IOException {
    Product product = SharedProduct.get();
    String source =
        product
            .source(
                "{\"name\":\"outage\",\"kind\":\"csv\",\"timeZone\":\"UTC\",\"currency\":\"GBP\","
                    + Kills.MAPPING
                    + "}")
            .getString("id");
    Path folder = java.nio.file.Files.createTempDirectory("outage");
    String job = product.upload(source, Kills.lines(folder), false);
    Product.sleep(1500);
    product.killDatabase();
    java.time.Instant gone = java.time.Instant.now();
    product.awaitStatus("/health/ready", 200, java.time.Duration.ofSeconds(60));
    JsonObject done = product.awaitThroughOutages(job, java.time.Duration.ofMinutes(4));
    assertEquals("succeeded", done.getString("state"), done::toString);
    assertEquals(Kills.LINES, done.getJsonObject("counts").getInt("accepted"), done::toString);
    assertTrue(java.time.Duration.between(gone, java.time.Instant.now()).toMinutes() < 5);
  }
}
