package insight.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Processes of this data directory, found by what they are and not by a number in a file (numbers
 * are used again): a portal by its command line, a PostgreSQL by its program and working directory.
 */
final class Processes {
  private static final Path PROC = Path.of("/proc");
  private static final Duration CLEAN_STOP = Duration.ofSeconds(30);

  private Processes() {}

  /** Whether this command line is a Payara Micro whose working files are in {@code server}. */
  static boolean isPortal(List<String> commandLine, Path server) {
    return commandLine.stream().anyMatch(a -> a.endsWith("payara-micro.jar"))
        && commandLine.contains(server.toString());
  }

  /** Whether a program with this working directory is a PostgreSQL process on {@code database}. */
  static boolean isPostgres(Path program, Path workingDirectory, Path database) {
    return program.getFileName() != null
        && program.getFileName().toString().startsWith("postgres")
        && workingDirectory.equals(database);
  }

  /** Stops portals that an earlier launcher of this data directory left behind. */
  static void stopLeftOverPortals(Path server, Console console) throws IOException {
    for (ProcessHandle portal : all(process -> isPortal(commandLine(process), server))) {
      console.say(
          "Stopping a portal that an earlier start left behind (process " + portal.pid() + ").");
      end(portal, "TERM");
    }
  }

  /** Stops PostgreSQL processes that an earlier launcher of this data directory left behind. */
  static void stopLeftOverDatabase(Path database, Console console) throws IOException {
    List<ProcessHandle> mine = postgresOn(database);
    if (mine.isEmpty()) {
      return;
    }
    console.say(
        "Stopping a database that an earlier start left behind (" + mine.size() + " processes).");
    for (ProcessHandle process : mine) {
      boolean postmaster = process.parent().filter(mine::contains).isEmpty();
      if (postmaster) {
        end(process, "INT");
      }
    }
    for (ProcessHandle process : postgresOn(database)) {
      end(process, "QUIT");
    }
  }

  private static List<ProcessHandle> postgresOn(Path database) throws IOException {
    if (!Files.exists(database)) {
      return List.of();
    }
    Path real = database.toRealPath();
    return all(process -> isPostgres(link(process, "exe"), link(process, "cwd"), real));
  }

  private static List<ProcessHandle> all(Predicate<ProcessHandle> wanted) {
    return ProcessHandle.allProcesses()
        .filter(process -> !process.equals(ProcessHandle.current()))
        .filter(wanted)
        .toList();
  }

  private static Path link(ProcessHandle process, String name) {
    try {
      return Files.readSymbolicLink(PROC.resolve(Long.toString(process.pid())).resolve(name));
    } catch (IOException goneOrNotOurs) {
      return Path.of("");
    }
  }

  private static List<String> commandLine(ProcessHandle process) {
    try {
      Path file = PROC.resolve(Long.toString(process.pid())).resolve("cmdline");
      return List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
    } catch (IOException goneOrNotOurs) {
      return List.of();
    }
  }

  /** Asks a process to end by a signal; kills it when it does not within half a minute. */
  static void end(ProcessHandle process, String signal) throws IOException {
    signal(process, signal);
    if (!endsWithin(process, CLEAN_STOP)) {
      process.destroyForcibly();
      endsWithin(process, CLEAN_STOP);
    }
  }

  private static void signal(ProcessHandle process, String signal) throws IOException {
    Process kill =
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    kill.onExit().join();
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (runs(process)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return true;
  }

  /** A process that ended but was not yet collected by its parent does not run any more. */
  private static boolean runs(ProcessHandle process) {
    boolean tells = Files.exists(PROC.resolve("self"));
    return process.isAlive() && !(tells && link(process, "exe").toString().isEmpty());
  }
}
