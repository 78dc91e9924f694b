package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.runtime.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDeliveryTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  static Source source(Optional<Preset> preset, Mapping mapping, String zone) {
    return new Source(
        7,
        "Test",
        SourceKind.CSV,
        preset,
        mapping,
        Optional.empty(),
        ZoneId.of(zone),
        "GBP",
        "olive",
        false,
        NOW);
  }

  private static Source preset(Preset preset) {
    return source(Optional.of(preset), preset.mapping(), preset.zone());
  }

  private static Source mapped(String json) {
    return source(Optional.empty(), Mapping.parse(Json.parse(json)), "Europe/London");
  }

  private Chunk read(Source source, String content, long after) {
    Chunk chunk = new Chunk();
    try {
      Path file = Files.writeString(folder.resolve("file"), content);
      try (TableDelivery delivery =
          TableDelivery.open(
              file,
              source,
              id -> new CustomerKey(id.hashCode()),
              columns -> RecordCleaner.NONE,
              NOW)) {
        boolean more = true;
        while (more) {
          more = delivery.next(chunk, after);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return chunk;
  }

  private Chunk uci(String lines) {
    return read(preset(Preset.UCI_ONLINE_RETAIL), HEADER + lines, 0);
  }

  private EventRow row(String line) {
    Chunk chunk = uci(line);
    assertEquals(List.of(), chunk.rejects);
    return chunk.batch.rows().getFirst();
  }

  private Reject reject(String line) {
    Chunk chunk = uci(line + "\n536366,22633,GOOD LINE,1,2010-12-01 08:28:00,1.85,17850.0,France");
    assertEquals(1, chunk.rejects.size());
    assertEquals(1, chunk.batch.rows().size(), "the good rest is kept");
    assertEquals(2, chunk.read);
    return chunk.rejects.getFirst();
  }

  @Test
  void aLineBecomesASaleInPence() {
    EventRow row =
        row("536365,85123A,\"WHITE, HANGING\",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom");
    assertEquals(SaleClass.SALE, row.saleClass());
    assertEquals(1530L, row.amountMinor());
    assertEquals("GBP", row.currency());
    assertEquals("GB", row.country());
    assertEquals("85123A", row.product());
    assertEquals(Instant.parse("2010-12-01T08:26:00Z"), row.occurredAt());
    assertEquals(2, row.line());
  }

  @Test
  void theSourcesZoneKnowsSummerTime() {
    EventRow row = row("536365,85123A,X,6,2011-07-01 08:26:00,2.55,17850.0,EIRE");
    assertEquals(Instant.parse("2011-07-01T07:26:00Z"), row.occurredAt());
    assertEquals("IE", row.country());
  }

  @Test
  void theDecimalOfACustomerNumberIsNoPartOfIt() {
    Chunk chunk = uci("536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850.0,France");
    assertEquals("17850", chunk.batch.customers().getFirst().shopId());
  }

  @Test
  void linesAreClassifiedByNumberQuantityAndPrice() {
    assertEquals(SaleClass.RETURN, row("C53,1,X,-1,2010-12-01 08:26:00,2,17850.0,F").saleClass());
    assertEquals(SaleClass.RETURN, row("C53,1,X,-1,2010-12-01 08:26:00,2,,F").saleClass());
    assertEquals(SaleClass.RETURN, row("53,1,X,-1,2010-12-01 08:26:00,2,17850.0,F").saleClass());
    assertEquals(SaleClass.ADJUSTMENT, row("A5,B,X,1,2011-08-12 14:51:00,-1.5,,F").saleClass());
    assertEquals(SaleClass.WRITE_OFF, row("53,1,,-9,2010-12-01 08:26:00,0,,F").saleClass());
    assertEquals(SaleClass.FREE, row("53,1,X,9,2010-12-01 08:26:00,0.0,1.0,F").saleClass());
    assertNull(row("53,1,X,9,2010-12-01 08:26:00,1,,F").customer());
  }

  @Test
  void amountsAreRoundedHalfUpLineByLine() {
    assertEquals(3L, row("5,1,X,1,2010-12-01 08:26:00,0.025,,F").amountMinor());
    assertEquals(2L, row("5,1,X,1,2010-12-01 08:26:00,0.0249,,F").amountMinor());
  }

  @Test
  void aDayThatDoesNotExistIsRejected() {
    Reject reject = reject("5,1,X,1,2011-02-30 08:26:00,1,,F");
    assertEquals("InvoiceDate", reject.column());
    assertEquals("2011-02-30 08:26:00", reject.value());
    assertEquals("collect.reject.time", reject.key());
  }

  @Test
  void aTimeBefore1990OrBeyondTomorrowIsRejected() {
    assertEquals("collect.reject.when", reject("5,1,X,1,1989-12-31 08:26:00,1,,F").key());
    assertEquals("collect.reject.when", reject("5,1,X,1,2026-01-03 08:26:00,1,,F").key());
  }

  @Test
  void whatIsNoUsableNumberIsRejected() {
    for (String number :
        List.of(
            "NaN", "Infinity", "1e400", "1e999999999", "-1e-999999999", "12,5x", "abc", "1e12")) {
      Reject reject = reject("5,1,X,\"" + number + "\",2010-12-01 08:26:00,1,,F");
      assertEquals("collect.reject.number", reject.key(), number);
      assertEquals("Quantity", reject.column());
    }
  }

  @Test
  void aMissingQuantityIsRejected() {
    assertEquals("collect.reject.missing", reject("5,1,X,,2010-12-01 08:26:00,1,,F").key());
  }

  @Test
  void aLineWithTooFewFieldsIsRejectedAsAWhole() {
    Reject reject = reject("5,1,X");
    assertEquals("", reject.column());
    assertEquals(List.of("3", "8"), reject.arguments());
  }

  @Test
  void anUnclosedQuoteIsRejectedByItsLineNumber() {
    Reject reject = reject("5,1,\"X,1,2010-12-01 08:26:00,1,,F");
    assertEquals(2, reject.line());
    assertEquals("collect.reject.unclosed", reject.key());
  }

  @Test
  void identicalLinesAreKeptAndCounted() {
    String line = "5,1,X,1,2010-12-01 08:26:00,1,,F\n";
    Chunk chunk = uci(line + line + line);
    assertEquals(3, chunk.batch.rows().size());
    assertEquals(2, chunk.identical);
    assertEquals(3, chunk.batch.rows().stream().map(EventRow::idHash).distinct().count());
  }

  @Test
  void goingOnBehindACheckpointGivesTheSameIdentities() {
    String line = "5,1,X,1,2010-12-01 08:26:00,1,,F\n";
    String file = HEADER + line + line + line;
    Chunk whole = read(preset(Preset.UCI_ONLINE_RETAIL), file, 0);
    Chunk rest = read(preset(Preset.UCI_ONLINE_RETAIL), file, 3);
    assertEquals(1, rest.read);
    assertEquals(whole.batch.rows().getLast().idHash(), rest.batch.rows().getFirst().idHash());
  }

  @Test
  void aMissingColumnNamesThoseThatAreThere() {
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                read(
                    preset(Preset.UCI_ONLINE_RETAIL),
                    HEADER.replace("Quantity", "Quantty") + "1,2,3,4,5,6,7,8",
                    0));
    String words = refused.in(Locale.ENGLISH);
    assertTrue(words.contains("«Quantity»") && words.contains("Did you mean «Quantty»"), words);
    assertTrue(words.contains("InvoiceNo, StockCode"), words);
  }

  @Test
  void anEmptyFileIsRefused() {
    Refused refused =
        assertThrows(Refused.class, () -> read(preset(Preset.UCI_ONLINE_RETAIL), " \n\n", 0));
    assertEquals("collect.import.empty", refused.reasons().getFirst().key());
  }

  @Test
  void cdnowsPurchasesAreOrdersOfTheirOwn() {
    Chunk chunk =
        read(
            preset(Preset.CDNOW),
            " 00001 19970101  1   11.77\r\n 00002 19970112  5   77.00\r\n",
            0);
    EventRow first = chunk.batch.rows().getFirst();
    assertEquals("00001", chunk.batch.customers().getFirst().shopId());
    assertEquals(1177L, first.amountMinor());
    assertEquals(BigDecimal.ONE, first.quantity());
    assertEquals(Instant.parse("1997-01-01T00:00:00Z"), first.occurredAt());
    assertEquals(2, chunk.batch.rows().stream().map(EventRow::order).distinct().count());
    assertNull(first.product());
  }

  @Test
  void aMappingReadsAnyColumnsAndSemicolons() {
    Source source =
        mapped(
            """
            {"time":{"column":"when","format":"dd.MM.yyyy HH:mm"},"customer":"who","order":"no",
             "amount":"total","currency":"cur","event":{"constant":"Order Completed"}}""");
    Chunk chunk = read(source, "no;when;who;total;cur\n7;31.03.2024 12:00;u1;500;JPY\n", 0);
    EventRow row = chunk.batch.rows().getFirst();
    assertEquals(500L, row.amountMinor());
    assertEquals("JPY", row.currency());
    assertEquals(Instant.parse("2024-03-31T11:00:00Z"), row.occurredAt());
  }

  @Test
  void anUnknownCurrencyIsRejected() {
    Source source = mapped("{\"time\":\"t\",\"amount\":\"a\",\"currency\":\"c\"}");
    Chunk chunk = read(source, "t,a,c\n2024-01-01,5,XQX\n2024-01-01,5,EUR\n", 0);
    assertEquals("collect.reject.currency", chunk.rejects.getFirst().key());
    assertEquals(1, chunk.batch.rows().size());
  }

  @Test
  void timesThatAnHourChangeSkipsOrRepeatsAreTaken() {
    Source source = mapped("{\"time\":\"t\",\"amount\":\"a\"}");
    Chunk chunk = read(source, "t,a\n2024-03-31 01:30:00,5\n2024-10-27 01:30:00,5\n", 0);
    assertEquals(
        List.of(Instant.parse("2024-03-31T01:30:00Z"), Instant.parse("2024-10-27T00:30:00Z")),
        chunk.batch.rows().stream().map(EventRow::occurredAt).toList());
  }

  @Test
  void theSourcesOwnEventIdIsTheIdentity() {
    Source source = mapped("{\"time\":\"t\",\"amount\":\"a\",\"id\":\"i\"}");
    Chunk chunk = read(source, "i,t,a\nx,2024-01-01,5\nx,2024-01-01,6\ny,2024-01-01,6\n", 0);
    assertEquals(2, chunk.batch.rows().size());
    assertEquals(1, chunk.batch.repeats());
  }

  @Test
  void refundsByNameAreNegativeReturns() {
    Source source = mapped("{\"time\":\"t\",\"amount\":\"a\",\"event\":\"e\",\"order\":\"o\"}");
    Chunk chunk = read(source, "o,t,a,e\n1,2024-01-01,5,Order Refunded\n", 0);
    EventRow row = chunk.batch.rows().getFirst();
    assertEquals(SaleClass.RETURN, row.saleClass());
    assertEquals(-500L, row.amountMinor());
    assertEquals(BigDecimal.ONE.negate(), row.quantity());
  }

  @Test
  void aDecimalCommaIsReadWhereTheMappingSaysSo() throws IOException {
    Mapping mapping =
        Mapping.parse(
            Json.parse("{\"time\":\"t\",\"amount\":{\"column\":\"a\",\"format\":\"1.234,56\"}}"));
    Chunk chunk =
        read(
            source(Optional.empty(), mapping, "UTC"),
            "t;a\n2025-01-01;1.234,56\n2025-01-02;-3,5\n2025-01-03;drei\n",
            0);
    assertEquals(
        List.of(123_456L, -350L), chunk.batch.rows().stream().map(EventRow::amountMinor).toList());
    assertEquals("collect.reject.numberAs", chunk.rejects.getFirst().key());
  }
}
