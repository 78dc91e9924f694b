package insight.bench;

import insight.it.Product;
import insight.launch.DirectoryTree;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Events of the tracking API, a hundred a request, from a client on the same machine, against the
 * same rows by two threads of multi-row JDBC inserts into a table with the same columns, partitions
 * and indexes; then more clients than there are places.
 */
final class TrackingBench implements Runnable {
  private static final double PER_SECOND = 10_000;
  private static final double SHARE = 0.15;
  private static final double P99_MILLIS = 250;
  private static final int CONNECTIONS = 8;
  private static final int MANY = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration MEASURED = Duration.ofSeconds(20);

  @Override
  public void run() {
    Path data = Path.of("target", "bench", "tracking");
    DirectoryTree.delete(data);
    try (Product product = Product.start(data, Map.of())) {
      String key =
          product
              .source(
                  "{\"name\":\"bench\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"}")
              .getString("writeKey");
      TrackingClient client = new TrackingClient(product, key);
      client.run(WARM_UP, CONNECTIONS);
      double before = product.cpuSeconds();
      TrackingClient.Run run = client.run(MEASURED, CONNECTIONS);
      Print.line(
          String.format(
              Locale.ROOT,
              "CPU of portal and database: %.0f µs an event",
              (product.cpuSeconds() - before) * 1e6 / run.taken()));
      double jdbc = inserted(product);
      print(run, jdbc);
      overload(product, client);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(TrackingClient.Run run, double jdbc) {
    Print.line(
        String.format(
            Locale.ROOT,
            "%d events in %.1f s; JDBC inserts %.0f rows/s; latency p50 %.1f ms, max %.1f ms",
            run.taken(),
            run.seconds(),
            jdbc,
            run.millis(0.5),
            run.millis(1)));
    Print.atLeast("tracked events a second", run.perSecond(), PER_SECOND, "/s");
    Print.atLeast("tracked / two-thread JDBC inserts", run.perSecond() / jdbc, SHARE, "×");
    Print.against("latency p99", run.millis(0.99), P99_MILLIS, "ms");
    Print.against("requests that failed", run.failed() + run.refused(), 0, "");
  }

  /** More connections than places: some are told to wait, all others are served, memory is flat. */
  private static void overload(Product product, TrackingClient client) {
    long before = product.portalMemory();
    TrackingClient.Run run = client.run(Duration.ofSeconds(15), MANY);
    long after = product.portalMemory();
    Print.line(
        String.format(
            Locale.ROOT,
            "overload, %d connections: %.0f events/s taken, %d requests told to wait, p99 %.0f ms",
            MANY,
            run.perSecond(),
            run.refused(),
            run.millis(0.99)));
    Print.against("overload: requests that failed otherwise", run.failed(), 0, "");
    Print.against("overload: memory after / before", (double) after / before, 1.25, "×");
  }

  /** Rows a second of two threads that insert the rows just tracked, a hundred a transaction. */
  private static double inserted(Product product) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    String columns;
    try (Connection connection = product.database()) {
      ImportBench.twin(connection);
      try (ResultSet found =
          connection
              .createStatement()
              .executeQuery("select * from co_event order by received_at limit 100000")) {
        columns = names(found);
        while (found.next()) {
          Object[] row = new Object[found.getMetaData().getColumnCount()];
          for (int i = 0; i < row.length; i++) {
            row[i] = found.getObject(i + 1);
          }
          rows.add(row);
        }
      }
    }
    insert(product, columns, rows.subList(0, rows.size() / 5)); // warm
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      List<Object[]> mine = rows.subList(half * rows.size() / 2, (half + 1) * rows.size() / 2);
      threads.add(Thread.ofPlatform().start(() -> insert(product, columns, mine)));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return rows.size() / ((System.nanoTime() - begin) / 1e9);
  }

  private static String names(ResultSet rows) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      names.add(rows.getMetaData().getColumnName(i));
    }
    return String.join(",", names);
  }

  private static void insert(Product product, String columns, List<Object[]> rows) {
    String sql =
        "insert into bench_event ("
            + columns
            + ") values ("
            + columns.replaceAll("[^,]+", "?")
            + ")";
    try (Connection connection = product.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < rows.size(); i++) {
        Object[] row = rows.get(i);
        for (int c = 0; c < row.length; c++) {
          statement.setObject(c + 1, row[c]);
        }
        statement.addBatch();
        if (i % TrackingClient.BATCH == TrackingClient.BATCH - 1 || i == rows.size() - 1) {
          statement.executeBatch();
          connection.commit();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
