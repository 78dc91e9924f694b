package insight.segment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import insight.prepare.Snapshot;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Customer snapshots to learn from: an invented shop and a real one. */
final class Shops {
  private static final Instant CUTOFF = Instant.parse("2011-12-09T12:51:00Z");

  private Shops() {}

  static Snapshot.CustomerFeatures of(List<Customer> customers) {
    Snapshot.Header header =
        new Snapshot.Header(
            7,
            Snapshot.Kind.CUSTOMER_FEATURES,
            Optional.empty(),
            CUTOFF,
            customers.size(),
            "hash",
            "customer-features/1",
            Optional.of("GBP"),
            CUTOFF,
            "test");
    return new Snapshot.CustomerFeatures(header, customers);
  }

  static Customer customer(long person, int days, int orders, long minor, int products) {
    return new Customer(
        person, days, orders, minor, days + 30, 2, products, 1, 0, 0, Optional.of("GB"));
  }

  /**
   * Three habits with some scatter: often and much, now and then, once and long ago. The last two
   * spent amounts so near that spend alone does not tell them apart.
   */
  static Snapshot.CustomerFeatures invented(int customers, long seed) {
    Random chance = new Random(seed);
    int[][] habits = {{8, 14, 500_000, 80}, {40, 5, 100_000, 25}, {240, 1, 60_000, 8}};
    List<Customer> all = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      int[] habit = habits[i % 3];
      all.add(
          customer(
              i,
              scattered(habit[0], chance),
              scattered(habit[1], chance),
              scattered(habit[2], chance),
              scattered(habit[3], chance)));
    }
    return of(all);
  }

  private static int scattered(int value, Random chance) {
    return Math.max(1, (int) Math.round(value * Math.exp(.2 * chance.nextGaussian())));
  }

  /** UCI Online Retail; the test ends without it. */
  static Snapshot.CustomerFeatures real() {
    Path file =
        Path.of(System.getProperty("insight.data", "../shared/data"))
            .resolve("online-retail-2011/online_retail_2010-12_2011-12.csv.gz");
    assumeTrue(Files.exists(file), "no data at " + file.toAbsolutePath());
    Map<Long, Deeds> deeds = new TreeMap<>();
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      rows.forEach(row -> add(deeds, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(deeds.entrySet().stream().map(e -> e.getValue().customer(e.getKey())).toList());
  }

  /** CDNOW: 23,570 customers' orders of 18 months; the test ends without it. No products. */
  static Snapshot.CustomerFeatures cdnow() {
    Path file =
        Path.of(System.getProperty("insight.data", "../shared/data"))
            .resolve("cdnow/CDNOW_master.txt");
    assumeTrue(Files.exists(file), "no data at " + file.toAbsolutePath());
    Map<Long, long[]> sums = new TreeMap<>();
    try (var lines = Files.lines(file)) {
      lines
          .map(line -> line.strip().split("\\s+"))
          .forEach(
              cells -> {
                long[] sum = sums.computeIfAbsent(Long.parseLong(cells[0]), k -> new long[3]);
                LocalDate day = LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE);
                sum[0] = Math.max(sum[0], day.toEpochDay());
                sum[1]++;
                sum[2] += new BigDecimal(cells[3]).movePointRight(2).longValueExact();
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = LocalDate.of(1998, 6, 30).toEpochDay();
    return of(
        sums.entrySet().stream()
            .map(
                e -> {
                  long[] sum = e.getValue();
                  return customer(e.getKey(), (int) (end - sum[0]), (int) sum[1], sum[2], 0);
                })
            .toList());
  }

  private static void add(Map<Long, Deeds> deeds, NamedCsvRecord row) {
    BigDecimal price = new BigDecimal(row.getField("UnitPrice"));
    int quantity = Integer.parseInt(row.getField("Quantity"));
    if (quantity > 0 && price.signum() > 0 && !row.getField("CustomerID").isEmpty()) {
      Deeds of =
          deeds.computeIfAbsent(
              (long) Double.parseDouble(row.getField("CustomerID")), k -> new Deeds());
      of.last = latest(of.last, Instant.parse(row.getField("InvoiceDate").replace(' ', 'T') + "Z"));
      of.orders.add(row.getField("InvoiceNo"));
      of.products.add(row.getField("StockCode"));
      of.minor += price.multiply(BigDecimal.valueOf(quantity * 100L)).longValue();
    }
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static final class Deeds {
    private Instant last = Instant.EPOCH;
    private final Set<String> orders = new HashSet<>();
    private final Set<String> products = new HashSet<>();
    private long minor;

    Customer customer(long person) {
      int days = (int) Duration.between(last, CUTOFF).toDays();
      return Shops.customer(person, days, orders.size(), minor, products.size());
    }
  }
}
