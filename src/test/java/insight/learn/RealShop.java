package insight.learn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import insight.learn.rank.Interactions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The sales of a real shop (UCI Online Retail) to known customers; the test ends without them. */
public final class RealShop {
  private RealShop() {}

  public static Interactions interactions() {
    Path file =
        Path.of(System.getProperty("insight.data", "../shared/data"))
            .resolve("online-retail-2011/online_retail_2010-12_2011-12.csv.gz");
    assumeTrue(Files.exists(file), "no data at " + file.toAbsolutePath());
    Interactions.Builder builder = new Interactions.Builder();
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, Instant> times = new HashMap<>();
      rows.forEach(row -> add(builder, row, times));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder.build();
  }

  private static void add(
      Interactions.Builder builder, NamedCsvRecord row, Map<String, Instant> times) {
    boolean known = !row.getField("CustomerID").isEmpty();
    if (known && positive(row.getField("Quantity")) && positive(row.getField("UnitPrice"))) {
      builder.add(
          (long) Double.parseDouble(row.getField("CustomerID")),
          row.getField("StockCode"),
          times.computeIfAbsent(
              row.getField("InvoiceDate"), text -> Instant.parse(text.replace(' ', 'T') + "Z")),
          1);
    }
  }

  private static boolean positive(String number) {
    return Double.parseDouble(number) > 0;
  }
}
