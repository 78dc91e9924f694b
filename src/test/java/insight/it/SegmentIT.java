package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Segment's own client for Node, as npm serves it, delivers over a line that breaks: every event is
 * stored, and once.
 */
class SegmentIT {
  private static final String CLIENT = "@segment/analytics-node@3.1.0";
  private static final int EVENTS = 10_000;
  private static final double BAD_SHARE = 0.2;
  private static final Path FOLDER =
      Path.of(System.getProperty("insight.target", "target"), "segment").toAbsolutePath();

  @Test
  void theUnmodifiedClientDeliversEachEventOnceOverABreakingLine() throws IOException {
    Product product = SharedProduct.get();
    JsonObject source =
        product.source(
            "{\"name\":\"segment\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"}");
    install();
    try (BreakingProxy line = new BreakingProxy(product.at("/").getPort(), BAD_SHARE, 7)) {
      String said =
          run(
              90,
              "node",
              script().toString(),
              FOLDER.toString(),
              "http://127.0.0.1:" + line.port(),
              source.getString("writeKey"),
              String.valueOf(EVENTS));
      assertEquals(
          "failed 0", said.strip().lines().reduce("", (a, b) -> b), "what was not delivered");
      JsonObject counts =
          product.json("/api/v1/sources/" + source.getString("id")).getJsonObject("counts");
      assertEquals(EVENTS, counts.getInt("accepted"), () -> counts + " " + line.drawn());
      assertEquals(0, counts.getInt("rejected"), counts::toString);
      assertTrue(
          line.drawn().size() == BreakingProxy.Fault.values().length
              && counts.getInt("duplicates") > 0,
          () -> "every fault struck, some after the portal had the events: " + line.drawn());
    }
  }

  private static void install() throws IOException {
    Files.createDirectories(FOLDER);
    if (!Files.exists(FOLDER.resolve("node_modules/@segment/analytics-node/package.json"))) {
      run(
          120,
          "npm",
          "install",
          "--no-save",
          "--no-package-lock",
          "--no-audit",
          "--no-fund",
          "--prefix",
          FOLDER.toString(),
          CLIENT);
    }
  }

  private static Path script() throws IOException {
    Path script = FOLDER.resolve("deliver.cjs");
    try (var in = SegmentIT.class.getResourceAsStream("/segment/deliver.cjs")) {
      Files.write(script, in.readAllBytes());
    }
    return script;
  }

  /** What the command printed; fails with it when the command failed. */
  private static String run(int seconds, String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(List.of(command) + " failed: " + said);
      }
      return said;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
