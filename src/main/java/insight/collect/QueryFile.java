package insight.collect;

import insight.kernel.Refused;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a query finds into a file of comma separated values, which is then imported like any
 * other: the shop's database is held no longer than it takes to read, an interrupted import goes on
 * in the file, and its hash says what was delivered. Times are ISO 8601; a line break in a value
 * becomes a blank.
 */
final class QueryFile {
  /** The growing column once more, as text, by which the next run begins. */
  static final String WATERMARK = "insight_watermark";

  /** Rows of one run; with a column that grows the next run goes on behind them. */
  static final int MOST_ROWS = 2_000_000;

  private static final int FETCH = 2_000;
  private static final int SECONDS = 600;
  private static final int REPORT = 10_000;

  private QueryFile() {}

  /** The statement: what is asked, from the mark on, in the order of the column that grows. */
  static String sql(insight.collect.Connection.Jdbc asked, boolean marked, int rows) {
    String inner = "(\n" + asked.query() + "\n) as q";
    if (asked.column().isEmpty()) {
      return "select q.* from " + inner + " limit " + rows;
    }
    String column = "q.\"" + asked.column().get().replace("\"", "\"\"") + "\"";
    return "select q.*, %s::text as %s from %s where %s is not null%s order by %s limit %d"
        .formatted(
            column,
            WATERMARK,
            inner,
            column,
            marked ? " and " + column + " >= ?" : "",
            column,
            rows);
  }

  /**
   * Runs the query into a file.
   *
   * @param mark the last value of the column that grows that was read before; rows with the same
   *     value are read again, since there may be new ones among them
   * @param progress is told how many rows there are so far
   * @throws Refused when the database does not answer as it should
   */
  static void write(
      insight.collect.Connection.Jdbc asked,
      Optional<String> password,
      Optional<String> mark,
      Path file,
      LongConsumer progress)
      throws IOException {
    try (Connection connection = Databases.open(asked, password, SECONDS);
        PreparedStatement statement =
            connection.prepareStatement(sql(asked, mark.isPresent(), MOST_ROWS + 1))) {
      statement.setFetchSize(FETCH);
      if (mark.isPresent() && asked.column().isPresent()) {
        statement.setString(1, mark.get());
      }
      try (ResultSet rows = statement.executeQuery();
          BufferedWriter out = Files.newBufferedWriter(file)) {
        write(rows, asked.column().isPresent(), out, progress);
      }
      connection.rollback();
    } catch (SQLException e) {
      throw Databases.refused(e, asked);
    }
  }

  private static void write(ResultSet rows, boolean goesOn, Writer out, LongConsumer progress)
      throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    line(header(columns), out);
    long count = 0;
    while (rows.next()) {
      if (++count > MOST_ROWS) {
        if (!goesOn) {
          throw Refused.unprocessable("collect.jdbc.many", MOST_ROWS);
        }
        return;
      }
      line(row(rows, columns), out);
      if (count % REPORT == 0) {
        progress.accept(count);
      }
    }
  }

  static List<String> header(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    return names;
  }

  static List<String> row(ResultSet rows, ResultSetMetaData columns) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String value = value(rows, columns, i);
      values.add(value == null ? "" : value.replace('\n', ' ').replace('\r', ' '));
    }
    return values;
  }

  private static @Nullable String value(ResultSet rows, ResultSetMetaData columns, int i)
      throws SQLException {
    String plain = rows.getString(i);
    if (plain == null || plain.endsWith("infinity")) {
      return plain;
    }
    return switch (columns.getColumnType(i)) {
      case Types.TIMESTAMP ->
          columns.getColumnTypeName(i).equals("timestamptz")
              ? rows.getObject(i, OffsetDateTime.class).toInstant().toString()
              : rows.getObject(i, LocalDateTime.class).toString();
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          rows.getObject(i, OffsetDateTime.class).toInstant().toString();
      case Types.NUMERIC -> rows.getBigDecimal(i).toPlainString();
      default -> plain;
    };
  }

  private static void line(List<String> values, Writer out) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      out.write(i == 0 ? "" : ",");
      boolean quoted =
          value.indexOf(',') >= 0
              || value.indexOf('"') >= 0
              || values.size() == 1
              || value.indexOf(';') >= 0
              || value.indexOf('\t') >= 0;
      out.write(quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
    }
    out.write('\n');
  }
}
