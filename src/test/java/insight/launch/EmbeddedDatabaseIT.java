package insight.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL in a fresh directory: safe as delivered, and hard to lose. */
class EmbeddedDatabaseIT {
  /** Unpacked once for all tests. */
  @TempDir static Path programs = Path.of("");

  @TempDir Path place = Path.of("");

  @BeforeEach
  void shareThePrograms() throws IOException {
    Files.createSymbolicLink(place.resolve("programs"), programs);
  }

  @AfterEach
  void letGoOfThePrograms() throws IOException {
    Files.delete(place.resolve("programs"));
  }

  private static Console silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Console(nowhere, nowhere);
  }

  /** A launcher of its own that holds the database until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      Console console = Console.terminal();
      EmbeddedDatabase database =
          EmbeddedDatabase.start(DataDirectory.open(Path.of(arguments[0])), silent());
      console.say(Long.toString(database.pid()));
      console.say(database.access().url());
      console.say(database.access().password());
      LockSupport.parkNanos(Duration.ofMinutes(5).toNanos());
    }
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }

  private static String ask(DatabaseAccess access, String query) throws SQLException {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void tell(DatabaseAccess access, String command) throws SQLException {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Test
  void itIsDurableCheckedAndClosedToStrangersAndSurvivesAKillOfItsServer() throws Exception {
    try (DataDirectory data = DataDirectory.open(place);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, silent())) {
      DatabaseAccess access = database.access();
      for (String setting :
          new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
        assertEquals("on", ask(access, "select current_setting('" + setting + "')"), setting);
      }
      assertEquals("127.0.0.1", ask(access, "select current_setting('listen_addresses')"));
      assertFalse(
          Files.readString(Path.of("/proc/net/unix"))
              .contains(".s.PGSQL." + java.net.URI.create(access.url().substring(5)).getPort()));
      assertEquals("f", ask(access, "select rolsuper from pg_roles where rolname = current_user"));
      DatabaseAccess stranger = new DatabaseAccess(access.url(), access.user(), "guess");
      assertEquals(
          "28P01", assertThrows(SQLException.class, () -> connect(stranger)).getSQLState());

      tell(access, "create table kept as select 42 as answer");
      long first = database.pid();
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      assertEquals("42", askUntilAnswered(access, "select answer from kept"));
      assertNotEquals(first, database.pid());
    }
    assertTrue(Files.notExists(place.resolve("db").resolve("postmaster.pid")), "clean stop");
  }

  @Test
  void afterAKilledLauncherTheNextStartTakesOverAndFindsTheData() throws Exception {
    Process launcher = startHolder();
    DatabaseAccess orphan;
    long postmaster;
    try (BufferedReader words = launcher.inputReader(StandardCharsets.UTF_8)) {
      postmaster = Long.parseLong(Objects.requireNonNull(words.readLine()));
      orphan =
          new DatabaseAccess(
              Objects.requireNonNull(words.readLine()),
              "insight",
              Objects.requireNonNull(words.readLine()));
      tell(orphan, "create table kept as select 42 as answer");
      launcher.destroyForcibly().waitFor();
    }
    assertEquals("42", ask(orphan, "select answer from kept"), "the orphan lives on");
    try (DataDirectory data = DataDirectory.open(place);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, silent())) {
      assertNotEquals(postmaster, database.pid());
      assertEquals("42", ask(database.access(), "select answer from kept"));
    }
  }

  @Test
  void aStalePidFileThatNamesALivingStrangerDoesNotStopTheStart() throws Exception {
    try (DataDirectory data = DataDirectory.open(place)) {
      EmbeddedDatabase.start(data, silent()).close();
      long stranger = ProcessHandle.current().pid();
      Files.writeString(
          data.database().resolve("postmaster.pid"), stranger + "\n" + data.database() + "\n");
      try (EmbeddedDatabase database = EmbeddedDatabase.start(data, silent())) {
        assertEquals("1", ask(database.access(), "select 1"));
      }
    }
  }

  private Process startHolder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            place.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String askUntilAnswered(DatabaseAccess access, String query) throws SQLException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        return ask(access, query);
      } catch (SQLException down) {
        if (System.nanoTime() > deadline) {
          throw down;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }
}
