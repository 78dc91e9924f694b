package insight.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that comes with Insight: a real one, durable, with page checksums, reached only by
 * loopback and password. It starts again by itself when it dies, on the same port, so that the
 * portal only has to connect anew.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(120); // crash recovery can take a while
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofMinutes(5);
  private static final int RESTARTS_WITHOUT_QUIET = 5;
  private static final long LOG_LIMIT = 10_000_000;

  /** Durability is on here and nowhere else; given on the command line, nothing overrides it. */
  private static final Map<String, String> SERVER_SETTINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("listen_addresses", "127.0.0.1"),
              Map.entry("unix_socket_directories", ""),
              Map.entry("fsync", "on"),
              Map.entry("synchronous_commit", "on"),
              Map.entry("full_page_writes", "on"),
              Map.entry("shared_buffers", "128MB"),
              Map.entry("work_mem", "16MB"),
              Map.entry("maintenance_work_mem", "64MB"),
              Map.entry("max_wal_size", "1GB"),
              Map.entry("max_connections", "60"),
              Map.entry("jit", "off"),
              Map.entry("timezone", "UTC"),
              Map.entry("log_timezone", "UTC"),
              Map.entry("log_checkpoints", "off"),
              // values of people's data do not belong in a log
              Map.entry("log_error_verbosity", "terse"),
              Map.entry("log_min_error_statement", "panic")));

  /** What the server needs to start: its lock file, and a few segments of its log. */
  private static final long ROOM = 64L << 20;

  private static final Duration ROOM_EVERY = Duration.ofSeconds(2);

  private final DataDirectory data;
  private final Console console;
  private final PostgresPrograms programs;
  private final int port;
  private final CompletableFuture<String> lost = new CompletableFuture<>();
  private @Nullable Process server;
  private boolean stopping;
  private int restarts;
  private long lastRestart = System.nanoTime();

  private EmbeddedDatabase(
      DataDirectory data, Console console, PostgresPrograms programs, int port) {
    this.data = data;
    this.console = console;
    this.programs = programs;
    this.port = port;
  }

  /** Starts it on a free port, made first if there is none; takes over what a killed start left. */
  static EmbeddedDatabase start(DataDirectory data, Console console) {
    try {
      Processes.stopLeftOverDatabase(data.database(), console);
      PostgresPrograms programs = PostgresPrograms.in(data.programs());
      EmbeddedDatabase database = new EmbeddedDatabase(data, console, programs, freePort());
      database.createWhenMissing();
      database.launch();
      return database;
    } catch (IOException e) {
      throw new StartRefused("The embedded database cannot start: " + e.getMessage(), e);
    }
  }

  /** How the portal logs in: as the owner of its database, not as the server's superuser. */
  DatabaseAccess access() throws IOException {
    return new DatabaseAccess(url("insight"), "insight", data.secret("db-password")).completed();
  }

  /** Completes, with a line for people, when the database is gone and does not come back. */
  CompletableFuture<String> lost() {
    return lost;
  }

  /** The postmaster's process id, for those who watch or test. */
  synchronized long pid() {
    return server == null ? -1 : server.pid();
  }

  private String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** initdb works beside the real place and is moved when whole, so that a kill leaves no half. */
  private void createWhenMissing() throws IOException {
    Path fresh = data.root().resolve("db.new");
    DataDirectory.deleteTree(fresh);
    if (Files.exists(data.database().resolve("PG_VERSION"))) {
      return;
    }
    data.secret("db-superuser-password");
    List<String> arguments =
        List.of(
            "-D",
            fresh.toString(),
            "-U",
            "postgres",
            "-A",
            "scram-sha-256",
            "--pwfile=" + data.secretFile("db-superuser-password"),
            "--data-checksums",
            "-E",
            "UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    Process initdb = run(programs.command("initdb", arguments));
    int exit = initdb.onExit().join().exitValue();
    if (exit != 0) {
      throw new StartRefused(whyNot("could not be made"));
    }
    Files.move(fresh, data.database());
  }

  private void launch() throws IOException {
    Files.deleteIfExists(data.database().resolve("postmaster.pid")); // its writer does not run
    Process started;
    synchronized (this) {
      if (stopping) {
        throw new StartRefused("The embedded database was told to stop.");
      }
      List<String> arguments = new ArrayList<>(List.of("-D", data.database().toString()));
      arguments.addAll(List.of("-c", "port=" + port));
      SERVER_SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
      started = run(programs.command("postgres", arguments));
      server = started;
    }
    DatabaseSetUp setUp = new DatabaseSetUp(url("postgres"), data.secret("db-superuser-password"));
    if (!setUp.answersWithin(START, started)) {
      stopServer();
      throw new StartRefused(whyNot("did not start"));
    }
    setUp.requireDurable();
    setUp.createPortalsDatabase(data.secret("db-password"));
    started
        .onExit()
        .thenAcceptAsync(this::ended, watcher -> new Thread(watcher, "database").start());
  }

  private Process run(List<String> command) throws IOException {
    Path log = log();
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, log.resolveSibling("database.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(data.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(n -> n.startsWith("INSIGHT_") || n.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private Path log() {
    return data.logs().resolve("database.log");
  }

  private String whyNot(String what) throws IOException {
    String last = LastLine.of(log());
    String mend =
        last.contains("unshare")
            ? "As root it needs user namespaces: run Insight as a normal user, or set INSIGHT_DB_URL"
                + " to a PostgreSQL from outside."
            : "See " + log() + ".";
    return "The embedded database " + what + " (" + last + "). " + mend;
  }

  /**
   * A database that met the end of the disk cannot even start; it is started once there is room.
   */
  private void awaitRoom() {
    boolean said = false;
    while (noRoom()) {
      synchronized (this) {
        if (stopping) {
          return;
        }
      }
      if (!said) {
        console.warn("The disk of " + data.root() + " is full; the database waits for room.");
        said = true;
      }
      try {
        Thread.sleep(ROOM_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean noRoom() {
    try {
      return Files.getFileStore(data.root()).getUsableSpace() < ROOM;
    } catch (IOException unknown) {
      return false;
    }
  }

  private void ended(Process process) {
    boolean again;
    awaitRoom();
    synchronized (this) {
      if (stopping || process != server) {
        return;
      }
      restarts = System.nanoTime() - lastRestart > QUIET.toNanos() ? 1 : restarts + 1;
      lastRestart = System.nanoTime();
      again = restarts <= RESTARTS_WITHOUT_QUIET;
    }
    if (!again) {
      lost.complete("The embedded database keeps ending. See " + log() + ".");
      return;
    }
    console.warn("The database ended (exit code " + process.exitValue() + "); starting it again.");
    restart();
  }

  private void restart() {
    try {
      Processes.stopLeftOverDatabase(data.database(), console);
      launch();
      console.say("The database runs again.");
    } catch (IOException | RuntimeException e) {
      boolean asked;
      synchronized (this) {
        asked = stopping;
      }
      if (!asked) {
        lost.complete(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Ends the server cleanly: connections are cut, everything acknowledged is on disk. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      stopping = true;
    }
    stopServer();
  }

  private void stopServer() throws IOException {
    Process process;
    synchronized (this) {
      process = server;
    }
    if (process == null || !process.isAlive()) {
      return;
    }
    Processes.end(process.toHandle(), "INT");
    try {
      process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
