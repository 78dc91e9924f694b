package insight.bench;

import insight.it.Product;
import insight.launch.DirectoryTree;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * A snapshot of all features as a user asks for it (a job of the running portal: passes over the
 * events, join, hash, figures, drift) against one GROUP BY of eight aggregates over the same rows
 * in the same database and run, both warm, after vacuum analyze: for one and for ten million
 * events.
 */
final class SnapshotBench implements Runnable {
  private static final double LIMIT = 6;
  private static final double HEAP_MEGABYTES = 768;
  private static final int RUNS = 2;
  private static final int EVENTS_A_CUSTOMER = 33;
  private static final long[] EVENTS = {1_000_000, 10_000_000};
  private static final String EIGHT =
      """
      create temporary table bench_group as
      select customer_key, count(*) as events, min(occurred_at) as first, max(occurred_at) as last,
        sum(amount_minor) as amount, sum(quantity) as quantity, avg(rating) as rating,
        sum(dwell_seconds) as dwell, %s as eighth
      from co_event where customer_key is not null group by customer_key""";
  private static final String PLAIN = EIGHT.formatted("count(*) filter (where kind = 2)");
  private static final String DISTINCT = EIGHT.formatted("count(distinct product)");

  /** Seconds for one size. */
  private record Took(double snapshot, double plain, double distinct) {}

  @Override
  public void run() {
    Path data = Path.of("target", "bench", "snapshot");
    DirectoryTree.delete(data);
    long most = Long.getLong("insight.bench.events", EVENTS[EVENTS.length - 1]);
    try (Product product = Product.start(data, Map.of());
        Connection connection = BenchDatabase.connect(data)) {
      Took one = size(product, connection, EVENTS[0]);
      if (most > EVENTS[0]) {
        Took ten = size(product, connection, most);
        Print.against(
            "snapshot seconds, growth against growth of the events",
            ten.snapshot() / one.snapshot() / ((double) most / EVENTS[0]),
            1,
            "×");
      }
      Print.against(
          "portal's heap, peaks of its pools together",
          BenchDatabase.heapPeak(product) / 1048576.0,
          HEAP_MEGABYTES,
          "MB");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Took size(Product product, Connection connection, long events)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("truncate co_event, co_seen, co_customer, co_product");
      long begin = System.nanoTime();
      int customers = (int) Math.min(300_000, events / EVENTS_A_CUSTOMER);
      long rows = new EventFlood(events, customers, 7).into(connection);
      double filled = (System.nanoTime() - begin) / 1e9;
      statement.execute("vacuum analyze");
      say("%,d events of %,d customers in %.1f s", rows, customers, filled);
    }
    Took took = new Took(0, 0, 0);
    for (int run = 0; run <= RUNS; run++) {
      Took one =
          new Took(
              snapshot(product, connection), group(connection, PLAIN), group(connection, DISTINCT));
      say(
          "%s: snapshot %.2f s, GROUP BY %.2f s, with one count(distinct) %.2f s",
          run == 0 ? "warming" : "run " + run, one.snapshot(), one.plain(), one.distinct());
      took = run == 0 ? took : plus(took, one);
    }
    String many = String.format(Locale.ROOT, "%,d events: snapshot / ", events);
    Print.against(many + "GROUP BY, 8 plain", took.snapshot() / took.plain(), LIMIT, "×");
    Print.against(many + "GROUP BY, 1 distinct", took.snapshot() / took.distinct(), LIMIT, "×");
    return took;
  }

  private static Took plus(Took a, Took b) {
    return new Took(
        a.snapshot() + b.snapshot(), a.plain() + b.plain(), a.distinct() + b.distinct());
  }

  /** As the job's row says: from its start to its end. */
  private static double snapshot(Product product, Connection connection) throws SQLException {
    String body = "{\"to\":\"" + EventFlood.end() + "\"}";
    String job =
        Product.object(Product.expect(202, product.post("/api/v1/snapshots", body)))
            .getString("id");
    JsonObject done = product.await(job, Duration.ofMinutes(12));
    if (!done.getString("state").equals("succeeded")) {
      throw new IllegalStateException(done.toString());
    }
    try (Statement statement = connection.createStatement();
        ResultSet seconds =
            statement.executeQuery(
                "select extract(epoch from finished_at - started_at) from rt_job where id = "
                    + Long.parseLong(job))) {
      seconds.next();
      return seconds.getDouble(1);
    }
  }

  private static double group(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long begin = System.nanoTime();
      statement.execute(sql);
      double seconds = (System.nanoTime() - begin) / 1e9;
      statement.execute("drop table bench_group");
      return seconds;
    }
  }

  private static void say(String pattern, Object... values) {
    Print.line(String.format(Locale.ROOT, pattern, values));
  }
}
