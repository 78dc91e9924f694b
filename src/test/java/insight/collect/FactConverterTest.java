package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.kernel.CustomerKey;
import insight.runtime.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactConverterTest {
  private static final Instant NOW = Instant.parse("2025-03-02T00:00:00Z");

  @TempDir Path folder;

  private Chunk read(Content content, String mapping, String text) throws IOException {
    Source source =
        new Source(
            7,
            "Facts",
            SourceKind.CSV,
            Optional.empty(),
            Mapping.parse(Json.parse(mapping), content),
            Optional.empty(),
            ZoneOffset.UTC,
            "EUR",
            "olive",
            false,
            NOW,
            content,
            false,
            7,
            JsonValue.EMPTY_JSON_OBJECT);
    Chunk chunk = new Chunk();
    Path file = Files.writeString(folder.resolve("facts.csv"), text);
    try (TableDelivery delivery =
        TableDelivery.open(
            file, source, id -> new CustomerKey(id.hashCode()), c -> RecordCleaner.NONE, NOW)) {
      boolean more = true;
      while (more) {
        more = delivery.next(chunk, 0);
      }
    }
    return chunk;
  }

  private static List<String> reasons(Chunk chunk) {
    return chunk.rejects.stream().map(r -> r.line() + " " + r.key()).toList();
  }

  @Test
  void ratesAreOfADayAndMoreThanZero() throws IOException {
    Chunk chunk =
        read(
            Content.RATES,
            "{\"time\":\"day\",\"currency\":\"code\",\"rate\":\"rate\"}",
            "day,code,rate\n2025-03-01,USD,0.95\n2025-03-01,USD,0\n,USD,1\n2025-03-01,XYZ,1\n");
    assertEquals(
        List.of(new Fact.Rate("USD", "EUR", LocalDate.of(2025, 3, 1), new BigDecimal("0.95"))),
        chunk.batch.facts());
    assertEquals(
        List.of(
            "3 collect.reject.positive", "4 collect.reject.missing", "5 collect.reject.currency"),
        reasons(chunk));
    assertEquals(4, chunk.read);
  }

  @Test
  void aCustomerNumberLeadsToItsPerson() throws IOException {
    Chunk chunk =
        read(
            Content.CUSTOMERS,
            "{\"customer\":\"no\",\"person\":\"who\",\"city\":\"city\"}",
            "no,who,city\nn1,p1,Lisboa\np2,p2,\n");
    Fact.Customer first = (Fact.Customer) chunk.batch.facts().get(0);
    Fact.Customer second = (Fact.Customer) chunk.batch.facts().get(1);
    assertEquals(new CustomerKey("p1".hashCode()), first.key());
    assertEquals(Optional.of(new CustomerKey("n1".hashCode())), first.number());
    assertEquals("{\"city\":\"Lisboa\"}", first.profile());
    assertEquals(Optional.empty(), second.number());
  }

  @Test
  void aCataloguesImageIsAnAddressOfTheWeb() throws IOException {
    Chunk chunk =
        read(
            Content.PRODUCTS,
            "{\"product\":\"sku\",\"image\":\"img\"}",
            "sku,img\nA,https://shop.example/a.png\nB,javascript:alert(1)\n");
    assertEquals(1, chunk.batch.facts().size());
    assertEquals(List.of("3 collect.reject.image"), reasons(chunk));
  }

  @Test
  void moneyIsConvertedInTheSmallestUnitsOfBothCurrencies() {
    assertEquals(950, Rates.converted(1_000, "USD", "EUR", new BigDecimal("0.95")));
    assertEquals(1_573, Rates.converted(1_000, "EUR", "JPY", new BigDecimal("157.3")));
    assertEquals(636, Rates.converted(1_000, "JPY", "EUR", new BigDecimal("0.00636")));
  }
}
