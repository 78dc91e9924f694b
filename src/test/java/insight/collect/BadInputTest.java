package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.corpus.BadBodies;
import insight.corpus.BadMessages;
import insight.corpus.BadRows;
import insight.corpus.Specimen;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R4: a bad message or row harms only itself, and says where and why. */
class BadInputTest {
  static final long SEED = 20_26;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void theCorpusHasMoreThanFiveHundredBadPieces() {
    long bad =
        BadMessages.of(SEED).stream().filter(s -> !s.good()).count()
            + BadRows.of(SEED).stream().filter(s -> !s.good()).count()
            + BadBodies.all().stream().filter(b -> !b.good()).count();
    assertTrue(bad >= 500, "bad pieces: " + bad);
  }

  @Test
  void eachMessageIsTakenOrRefusedWithItsPlaceAndReason() {
    List<String> wrong = new ArrayList<>();
    for (Specimen specimen : BadMessages.of(SEED)) {
      String outcome = outcome(specimen.text());
      if (outcome.equals("taken") != specimen.good()) {
        wrong.add(specimen.kind() + " → " + outcome);
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Read as the inbox would, down to the rows. */
  private static String outcome(String json) {
    try {
      JsonObject body = Json.parse("{\"batch\":[" + json + "]}");
      JsonValue value = body.getJsonArray("batch").getFirst();
      JsonObject message = Tracking.message(value, null, "/batch/0");
      CustomerEvent event = new MessageReader("GBP", NOW).read(message, "/batch/0");
      EventBatch batch = new EventBatch();
      new EventRows(id -> new CustomerKey(id.hashCode() & Long.MAX_VALUE), batch, false)
          .add(event, 0);
      assertFalse(batch.rows().isEmpty());
      return "taken";
    } catch (Refused refused) {
      Refused.Reason reason = refused.reasons().getFirst();
      assertTrue(reason.pointer().startsWith("/batch/0"), reason.pointer());
      assertFalse(reason.in(Locale.ENGLISH).isBlank());
      assertFalse(reason.in(Locale.SIMPLIFIED_CHINESE).isBlank());
      return reason.in(Locale.ENGLISH);
    }
  }

  @Test
  void eachBodyIsReadOrRefused() {
    List<String> wrong = new ArrayList<>();
    for (BadBodies.Body body : BadBodies.all()) {
      if (!body.gzip() && body.bytes().length < 500 * 1024) {
        boolean read;
        try {
          TrackedBody read1 = TrackedBody.of(body.bytes());
          read =
              read1.json().get("batch") instanceof jakarta.json.JsonArray list
                  && list.size() <= 1000;
        } catch (Refused refused) {
          read = false;
        }
        if (read != body.good()) {
          wrong.add(body.kind() + " → " + (read ? "read" : "refused"));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void eachRowIsTakenOrRejectedWithLineColumnAndReason(@TempDir Path folder) throws IOException {
    List<Specimen> rows = BadRows.of(SEED);
    TreeMap<Long, Specimen> byLine = new TreeMap<>();
    StringBuilder file = new StringBuilder(BadRows.HEADER).append('\n');
    long line = 2;
    for (Specimen row : rows) {
      byLine.put(line++, row);
      file.append(row.text()).append('\n');
    }
    Chunk chunk = read(Files.writeString(folder.resolve("rows.csv"), file));
    TreeMap<Long, String> rejected = new TreeMap<>();
    for (Reject reject : chunk.rejects) {
      assertFalse(reject.key().isBlank());
      rejected.merge(reject.line(), reject.column() + ": " + reject.key(), (a, b) -> a);
    }
    List<String> wrong = new ArrayList<>();
    byLine.forEach(
        (at, row) -> {
          if (row.good() == rejected.containsKey(at)) {
            wrong.add(at + " " + row.kind() + " → " + rejected.getOrDefault(at, "taken"));
          }
        });
    assertEquals(List.of(), wrong);
    assertEquals(rows.stream().filter(Specimen::good).count(), chunk.batch.rows().size());
    assertEquals(rows.size(), chunk.read);
  }

  private static Chunk read(Path file) throws IOException {
    Source source =
        CsvDeliveryTest.source(Optional.empty(), Mapping.parse(Json.parse(BadRows.MAPPING)), "UTC");
    Chunk chunk = new Chunk();
    try (TableDelivery delivery =
        TableDelivery.open(
            file,
            source,
            id -> new CustomerKey(id.hashCode() & Long.MAX_VALUE),
            columns -> RecordCleaner.NONE,
            NOW)) {
      boolean more = true;
      while (more) {
        more = delivery.next(chunk, 0);
      }
    }
    return chunk;
  }
}
