package insight.launch.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoShopTest {
  private static final String IMPORT = "POST /sources/5/imports";
  private static final Map<String, String> SMALL =
      Map.of(
          "INSIGHT_DEMO_CUSTOMERS",
          "30",
          "INSIGHT_DEMO_MONTHS",
          "2",
          "INSIGHT_API_TOKEN",
          "secret");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PortalFake portal;
  @TempDir Path data;

  DemoShopTest() throws IOException {
    portal = new PortalFake();
  }

  @BeforeEach
  void quiet() {
    said.reset();
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void aFirstFillDoesEveryStepOnce() throws IOException {
    fill("2026-06-30T12:00:00Z");
    assertEquals(1, portal.count("POST /sources"));
    assertEquals(1, portal.count(IMPORT));
    assertEquals(2, portal.count("POST /training-runs"));
    assertEquals(3, portal.count("POST /alert-rules"));
    assertEquals(24, portal.count("POST /feedback"));
    assertTrue(portal.importedLines > 500);
    assertFalse(Files.exists(data.resolve("demo.jsonl.gz")), "the sent file is deleted");
  }

  @Test
  void aSecondFillChangesNothing() {
    fill("2026-06-30T12:00:00Z");
    List<String> before = List.copyOf(portal.changes);
    fill("2026-07-09T12:00:00Z");
    assertEquals(before, portal.changes);
  }

  @Test
  void aBrokenImportIsNamedAndDoneAgainWithTheSameShop() {
    portal.outcome = "failed";
    FillStopped stopped = assertThrows(FillStopped.class, () -> fill("2026-06-30T12:00:00Z"));
    assertTrue(String.valueOf(stopped.getMessage()).contains("disk full"));
    assertTrue(String.valueOf(stopped.getMessage()).contains("./insight demo"));
    long lines = portal.importedLines;
    portal.outcome = "succeeded";
    fill("2026-07-09T12:00:00Z");
    assertEquals(2 * lines, portal.importedLines, "the same plan although days have passed");
    assertEquals(1, portal.count("POST /sources"));
    assertEquals(2, portal.count(IMPORT));
  }

  @Test
  void anEmptyPortalIsFilledAnewWhateverWasNoted() {
    fill("2026-06-30T12:00:00Z");
    portal.hasSource = false;
    fill("2026-07-09T12:00:00Z");
    assertEquals(2, portal.count("POST /sources"));
    assertEquals(2, portal.count(IMPORT));
  }

  @Test
  void aPortalFilledFromAnotherDirectoryIsNotFilledTwice() {
    portal.hasSource = true;
    portal.importedLines = 9;
    fill("2026-06-30T12:00:00Z");
    assertEquals(0, portal.count("POST /sources"));
    assertEquals(0, portal.count(IMPORT));
    assertEquals(2, portal.count("POST /training-runs"));
  }

  @Test
  void whatIsNotBuiltYetIsNamedAndTheRestGoesOn() {
    portal.broken.putAll(Map.of("/training-runs", 501, "/alert-rules", 404, "/feedback", 501));
    fill("2026-06-30T12:00:00Z");
    assertEquals(List.of("POST /sources", IMPORT), portal.changes);
    assertEquals(
        4,
        said.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("Not built")).count());
  }

  @Test
  void aWrongTokenAndASilentPortalAreClearLines() {
    Map<String, String> wrong = Map.of("INSIGHT_API_TOKEN", "guess");
    FillStopped refused =
        assertThrows(FillStopped.class, () -> fill("2026-06-30T12:00:00Z", wrong));
    assertTrue(String.valueOf(refused.getMessage()).contains("INSIGHT_API_TOKEN"));
    portal.close();
    FillStopped silent = assertThrows(FillStopped.class, () -> fill("2026-06-30T12:00:00Z"));
    assertTrue(String.valueOf(silent.getMessage()).contains(portal.address().toString()));
  }

  @Test
  void theTokenIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
    String token = DemoShop.token(data, Map.of());
    assertEquals(48, token.length());
    assertEquals(token, DemoShop.token(data, Map.of()));
    Path file = data.resolve("secrets").resolve("demo-token");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("mine", DemoShop.token(data, Map.of("INSIGHT_API_TOKEN", "mine")));
  }

  private void fill(String now) {
    fill(now, SMALL);
  }

  private void fill(String now, Map<String, String> environment) {
    DemoShop.fill(
        portal.address(),
        data,
        environment,
        Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        time -> {});
  }
}
