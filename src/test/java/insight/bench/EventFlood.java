package insight.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Fills an Insight database with a made-up shop's events in the order of time, straight by COPY:
 * for figures that need millions of events. The same seed gives the same rows. Events, their
 * identities, customers and products fit together; customers' own ids are made up, not encrypted,
 * so the customer pages do not open on it.
 *
 * @param events at least so many; the last visit is finished
 * @param customers how many may come; few come often, most seldom
 */
record EventFlood(long events, int customers, long seed) {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 731;
  private static final int PRODUCTS = 20_000;
  private static final int CATEGORIES = 40;
  private static final int FLUSH = 1 << 16;

  /** Just after the newest event. */
  static Instant end() {
    return FIRST.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Writes all; returns how many rows the events have. */
  long into(Connection connection) throws SQLException, IOException {
    int source = source(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "select co_ensure_month(d::date) from generate_series(date '%s', date '%s', '1 month') d"
              .formatted(FIRST, FIRST.plusDays(DAYS)));
    }
    VisitWriter writer = new VisitWriter(source, customers, PRODUCTS, CATEGORIES, seed);
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (PGCopyOutputStream out = new PGCopyOutputStream(postgres, VisitWriter.COPY, FLUSH)) {
      for (int day = 0; day < DAYS; day++) {
        long goal = events * (day + 1) / DAYS;
        long midnight = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        while (writer.rows() < goal) {
          writer.visit(midnight);
          if (writer.text().length() > FLUSH) {
            flush(writer, out);
          }
        }
      }
      flush(writer, out);
    }
    beside(connection, source, writer.identities());
    return writer.rows();
  }

  private static void flush(VisitWriter writer, PGCopyOutputStream out) throws IOException {
    out.write(writer.text().toString().getBytes(StandardCharsets.UTF_8));
    writer.text().setLength(0);
  }

  private static int source(Connection connection) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into co_source (id, space, name, kind, time_zone, currency, owner, synthetic,
                  created_at)
                select nextval('co_source_seq'), currval('co_source_seq'),
                  'Flood ' || currval('co_source_seq'), 'jsonl',
                  'Europe/London', 'GBP', 'bench', true, now() returning id""");
        ResultSet id = insert.executeQuery()) {
      id.next();
      return id.getInt(1);
    }
  }

  /** What stands beside the events: identities, customers, products. */
  private static void beside(Connection connection, int source, long identities)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into co_seen (source_id, id_hash)
          select %d, lpad(to_hex(n), 32, '0')::uuid from generate_series(1, %d) n"""
              .formatted(source, identities));
      statement.execute(
          """
          insert into co_customer (customer_key, source_id, id_cipher, country, first_seen)
          select customer_key, %1$d, int8send(customer_key), max(country), min(occurred_at)
          from co_event where source_id = %1$d and customer_key is not null group by customer_key"""
              .formatted(source));
      statement.execute(
          """
          insert into co_product (source_id, product, name, category, first_seen)
          select %1$d, product, 'Product ' || product, max(category), min(occurred_at)
          from co_event where source_id = %1$d and product is not null group by product"""
              .formatted(source));
    }
  }
}
