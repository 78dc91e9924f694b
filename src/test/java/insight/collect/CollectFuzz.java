package insight.collect;

import insight.collect.csv.NotText;
import insight.kernel.CustomerKey;
import insight.kernel.Money;
import insight.kernel.Refused;
import insight.runtime.Json;
import insight.runtime.JsonBody;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Targets of the fuzzer: whatever bytes come, the readers answer or refuse; nothing else leaves
 * them. {@link CollectFuzzTest} replays what was found before; {@code ./insight soak fuzz} goes on
 * looking.
 */
public final class CollectFuzz {
  private CollectFuzz() {}

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final byte[] HEADER = "a,b,c,d,e,f,g,h\n".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> MAPPINGS =
      List.of(
          "{\"time\":\"a\",\"customer\":\"b\",\"order\":\"c\",\"product\":\"d\",\"quantity\":\"e\","
              + "\"unitPrice\":\"f\"}",
          "{\"time\":\"a\",\"event\":\"b\",\"customer\":\"c\",\"amount\":\"d\",\"currency\":\"e\","
              + "\"rating\":\"f\",\"text\":\"g\",\"email\":\"h\"}");

  /** The first byte chooses a mapping, the second whether a header goes before the rest. */
  public static void csvRecords(byte[] input) throws IOException {
    if (input.length < 2) {
      return;
    }
    String mapping = MAPPINGS.get(input[0] & 1);
    byte[] header = (input[1] & 1) == 1 ? HEADER : new byte[0];
    byte[] all = Arrays.copyOf(header, header.length + input.length - 2);
    System.arraycopy(input, 2, all, header.length, input.length - 2);
    Path file = Files.createTempFile("fuzz", ".csv");
    try {
      Files.write(file, all);
      read(file, mapping);
    } finally {
      Files.delete(file);
    }
  }

  private static void read(Path file, String mapping) throws IOException {
    Source source =
        CsvDeliveryTest.source(
            Optional.empty(), Mapping.parse(Json.parse(mapping)), "Europe/London");
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
    } catch (Refused | NotText refused) {
      return;
    }
    long rows = chunk.batch.rows().size() + chunk.batch.repeats();
    long rejected = chunk.rejects.stream().mapToLong(Reject::line).distinct().count();
    if (chunk.read != rows + rejected) {
      throw new IllegalStateException(
          "read " + chunk.read + " of which " + rows + " taken and " + rejected + " rejected");
    }
    for (Reject reject : chunk.rejects) {
      new Refused.Reason("", reject.key(), List.copyOf(reject.arguments())).in(Locale.ENGLISH);
    }
  }

  public static void jsonEvent(byte[] body) {
    try {
      TrackedBody read = TrackedBody.of(body);
      JsonBody.unkeepable(read.json(), "");
      message(read.json());
      if (read.json().get("batch") instanceof jakarta.json.JsonArray list) {
        for (int i = 0; i < Math.min(20, list.size()); i++) {
          if (list.get(i) instanceof JsonObject one) {
            message(one);
          }
        }
      }
    } catch (Refused refused) {
      refused.in(Locale.ENGLISH);
    }
  }

  private static void message(JsonObject message) {
    try {
      Tracking.message(message, null, "");
      CustomerEvent event = new MessageReader("GBP", NOW).read(message, "");
      EventBatch batch = new EventBatch();
      new EventRows(id -> new CustomerKey(id.hashCode() & Long.MAX_VALUE), batch, false)
          .add(event, 0);
      for (EventRow row : batch.rows()) {
        requireKeepable(
            row.product(),
            row.order(),
            row.session(),
            row.method(),
            row.language(),
            row.category(),
            row.country(),
            row.properties(),
            row.text());
      }
    } catch (Refused refused) {
      refused.in(Locale.ENGLISH);
    }
  }

  private static void requireKeepable(@org.jspecify.annotations.Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !JsonBody.keepable(text)) {
        throw new IllegalStateException("no database keeps «" + text + "»");
      }
    }
  }

  public static void mapping(byte[] body) {
    try {
      Mapping mapping = Mapping.parse(JsonBody.object(body, 64));
      Mapping again = Mapping.parse(mapping.json());
      if (!again.json().equals(mapping.json())) {
        throw new IllegalStateException("the written form is another: " + mapping.json());
      }
    } catch (Refused refused) {
      refused.in(Locale.ENGLISH);
    }
  }

  /** The first line is a pattern of times, the rest what is to be read. */
  public static void timesAndNumbers(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    String pattern = parts[0];
    String text = parts[parts.length - 1];
    ZoneId zone = ZoneId.of("Europe/London");
    if (TimeFormat.valid(pattern)) {
      new TimeFormat(Optional.of(pattern), zone).parse(text);
    }
    new TimeFormat(Optional.empty(), zone).parse(text);
    number(text);
    Languages.of(text);
    Origins.valid(text);
    Currencies.near(text);
  }

  private static void number(String text) {
    try {
      JsonObject json = Json.object().add("n", text).build();
      Optional<BigDecimal> number = new MessageFields(json, "").decimal("n");
      for (String code : List.of("GBP", "JPY", "KWD")) {
        number.ifPresent(
            n -> {
              Money money = Money.of(n, Currency.getInstance(code));
              money.format(Locale.ENGLISH);
              money.brief(Locale.SIMPLIFIED_CHINESE);
            });
      }
    } catch (Refused refused) {
      refused.in(Locale.ENGLISH);
    } catch (JsonException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
