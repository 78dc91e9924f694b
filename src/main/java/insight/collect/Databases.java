package insight.collect;

import insight.kernel.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PSQLState;

/**
 * Connects to a shop's PostgreSQL. Only this driver, and only the properties written here: a
 * driver's own properties can load classes and open sockets, so none comes from a person. The
 * transaction is read-only and statements end after a while; the user that the shop gives us should
 * not be able to write either.
 */
final class Databases {
  private static final int CONNECT_SECONDS = 10;

  private Databases() {}

  /**
   * @throws Refused in plain words when there is no connection
   */
  static Connection open(
      insight.collect.Connection.Jdbc to, Optional<String> password, int statementSeconds) {
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(
                to.host(), to.port(), URLEncoder.encode(to.database(), StandardCharsets.UTF_8));
    try {
      Connection connection = new Driver().connect(url, properties(to, password, statementSeconds));
      if (connection == null) {
        throw new IllegalStateException("the driver does not take " + to.host());
      }
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      return connection;
    } catch (SQLException e) {
      throw refused(e, to);
    }
  }

  private static Properties properties(
      insight.collect.Connection.Jdbc to, Optional<String> password, int statementSeconds) {
    Properties properties = new Properties();
    properties.setProperty("user", to.user());
    properties.setProperty("password", password.orElse(""));
    properties.setProperty("ApplicationName", "insight");
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(statementSeconds + 30));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("stringtype", "unspecified");
    properties.setProperty("sslmode", to.tls().equals("off") ? "disable" : to.tls());
    if (to.tls().equals("verify-full")) {
      properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    properties.setProperty(
        "options",
        "-c statement_timeout="
            + statementSeconds * 1000
            + " -c default_transaction_read_only=on -c TimeZone=UTC -c DateStyle=ISO");
    return properties;
  }

  /** What the database said, in words that tell what to do. */
  static Refused refused(SQLException e, insight.collect.Connection.Jdbc to) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return Refused.unprocessable("collect.jdbc.login", to.user());
    }
    if (state.startsWith("3D")) {
      return Refused.unprocessable("collect.jdbc.database", to.database());
    }
    if (state.equals(PSQLState.QUERY_CANCELED.getState())) {
      return Refused.unprocessable("collect.jdbc.slow");
    }
    if (state.startsWith("25")) {
      return Refused.unprocessable("collect.jdbc.writes");
    }
    boolean away = state.isEmpty() || state.startsWith("08") || state.startsWith("57");
    if (!away) {
      return Refused.unprocessable("collect.jdbc.query", firstLine(e));
    }
    return Refused.unprocessable("collect.jdbc.away", to.host(), to.port(), firstLine(e));
  }

  private static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage()).strip();
    String line = message.lines().findFirst().orElse("");
    return line.length() > 300 ? line.substring(0, 300) : line;
  }
}
