package insight.bench;

import insight.it.Product;
import insight.launch.DirectoryTree;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Importing the Online Retail file end to end (upload, reading, classifying, identities, rows,
 * checkpoints) against a plain COPY of the same rows into a table with the same columns, partitions
 * and indexes, in the same database and run.
 */
final class ImportBench implements Runnable {
  private static final double LIMIT = 2.5;
  private static final int RUNS = 3;

  @Override
  public void run() {
    Path file =
        Path.of(
            System.getProperty("insight.data", "../shared/data"),
            "online-retail-2011/online_retail_2010-12_2011-12.csv.gz");
    if (!Files.exists(file)) {
      Print.line("The data set " + file + " is absent; nothing measured.");
      return;
    }
    Path data = Path.of("target", "bench", "import");
    DirectoryTree.delete(data);
    try (Product product = Product.start(data, Map.of())) {
      double[] ours = new double[RUNS];
      double[] copy = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        ours[i] = imported(product, file, "Online Retail " + i);
        copy[i] = copied(data, "where source_id = (select max(source_id) from co_event)");
        Print.line(
            String.format(
                java.util.Locale.ROOT,
                "run %d: import %.2f s, COPY %.2f s",
                i + 1,
                ours[i],
                copy[i]));
      }
      Print.against("first import, cold JVM / COPY of its rows", ours[0] / copy[0], LIMIT, "×");
      Print.against(
          "median of 3 imports / median of 3 COPYs", median(ours) / median(copy), LIMIT, "×");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Each run goes into a source of its own, so that nothing was seen before. */
  private static double imported(Product product, Path file, String name) {
    String source =
        product
            .source(
                "{\"name\":\""
                    + name
                    + "\",\"kind\":\"csv\",\"preset\":\"uci-online-retail\","
                    + "\"country\":\"GB\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}")
            .getString("id");
    long begin = System.nanoTime();
    JsonObject done = product.await(product.upload(source, file, true), Duration.ofMinutes(10));
    double seconds = (System.nanoTime() - begin) / 1e9;
    Print.line("counts: " + done.getJsonObject("counts").getInt("accepted") + " accepted");
    return seconds;
  }

  private static double copied(Path data, String which) throws SQLException, IOException {
    try (Connection connection = BenchDatabase.connect(data)) {
      ByteArrayOutputStream rows = new ByteArrayOutputStream(200_000_000);
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      copy.copyOut("copy (select * from co_event " + which + ") to stdout", rows);
      twin(connection);
      long begin = System.nanoTime();
      copy.copyIn("copy bench_event from stdin", new ByteArrayInputStream(rows.toByteArray()));
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  /** A table like the events', with the same partitions and indexes. */
  static void twin(Connection connection) throws SQLException {
    List<String[]> partitions = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists bench_event");
      statement.execute(
          "create table bench_event (like co_event including defaults including constraints)"
              + " partition by range (occurred_at)");
      try (ResultSet bounds =
          statement.executeQuery(
              "select c.relname, pg_get_expr(c.relpartbound, c.oid) from pg_inherits i"
                  + " join pg_class c on c.oid = i.inhrelid where i.inhparent = 'co_event'::regclass")) {
        while (bounds.next()) {
          partitions.add(new String[] {bounds.getString(1), bounds.getString(2)});
        }
      }
      for (String[] partition : partitions) {
        statement.execute(
            "create table bench_" + partition[0] + " partition of bench_event " + partition[1]);
      }
      List<String> indexes = new ArrayList<>();
      try (ResultSet defined =
          statement.executeQuery(
              "select indexdef from pg_indexes where schemaname = 'public' and tablename = 'co_event'")) {
        while (defined.next()) {
          indexes.add(defined.getString(1));
        }
      }
      for (String index : indexes) {
        statement.execute(
            index
                .replaceFirst("INDEX \\S+ ON", "INDEX ON")
                .replace("ON ONLY public.co_event", "ON bench_event")
                .replace("ON public.co_event", "ON bench_event"));
      }
    }
  }
}
