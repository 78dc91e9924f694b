package insight.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** What is done with a database before the portal gets it: wait, check, make role and database. */
record DatabaseSetUp(String url, String superuserPassword) {
  private static final int OLDEST = 150_000;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Waits until the server takes connections; false when it ended or the time is over. */
  boolean answersWithin(Duration patience, Process server) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (server.isAlive() && System.nanoTime() < deadline) {
      try (Connection connection = connect()) {
        return connection.isValid(5);
      } catch (SQLException notYet) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return false;
  }

  /** A server that may forget what it acknowledged is no place for customers' data. */
  void requireDurable() {
    for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
      if ("off".equals(setting(setting))) {
        throw new StartRefused(
            "The embedded database runs with "
                + setting
                + " off and could lose data."
                + " Remove that setting from db/postgresql.auto.conf in the data directory.");
      }
    }
  }

  private String setting(String name) {
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement("select current_setting(?)")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new StartRefused("The embedded database does not answer: " + e.getMessage(), e);
    }
  }

  /** The portal owns its database and nothing else; made once, the password set at each start. */
  void createPortalsDatabase(String password) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = 'insight'")) {
        statement.execute("create role insight login");
      }
      // the password is our own hexadecimal text: nothing to escape
      statement.execute("alter role insight password '" + password + "'");
      if (!exists(statement, "select 1 from pg_database where datname = 'insight'")) {
        statement.execute("create database insight owner insight");
      }
    } catch (SQLException e) {
      throw new StartRefused("The portal's database could not be made: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "postgres", superuserPassword);
  }

  /** Checks a database from outside before anything starts: reachable, and new enough. */
  static void requireUsable(DatabaseAccess access) {
    Properties login = new Properties();
    login.setProperty("user", access.user());
    login.setProperty("password", access.password());
    login.setProperty("connectTimeout", "10");
    login.setProperty("loginTimeout", "10");
    login.setProperty("socketTimeout", "10");
    try (Connection connection = DriverManager.getConnection(access.url(), login);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select current_setting('server_version_num')::int")) {
      row.next();
      if (row.getInt(1) < OLDEST) {
        throw new StartRefused(
            "The database at "
                + access.shown()
                + " is older than PostgreSQL 15."
                + " Set INSIGHT_DB_URL to a newer one, or unset it for the embedded database.");
      }
    } catch (SQLException e) {
      throw new StartRefused(
          "The database at "
              + access.shown()
              + " cannot be used: "
              + oneLine(String.valueOf(e.getMessage()))
              + " Check INSIGHT_DB_URL, INSIGHT_DB_USER and INSIGHT_DB_PASSWORD,"
              + " or unset INSIGHT_DB_URL for the embedded database.",
          e);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
