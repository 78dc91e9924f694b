package insight.launch;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes what the portal process says to {@code logs/portal.log}, turned over at 10 MB with five
 * older ones kept; shows our own warnings at the terminal; remembers why a deployment failed.
 */
final class PortalLog {
  private static final long LIMIT = 10_000_000;
  private static final int KEPT = 5;

  private final Path file;
  private final Console console;
  private final FailureReason reason = new FailureReason();
  private long size;
  private volatile long lastLine = System.nanoTime();

  PortalLog(Path file, Console console) {
    this.file = file;
    this.console = console;
  }

  Path file() {
    return file;
  }

  /** How long the portal has said nothing. */
  Duration quiet() {
    return Duration.ofNanos(System.nanoTime() - lastLine);
  }

  synchronized boolean deploymentFailed() {
    return reason.failed();
  }

  synchronized Optional<String> reason() {
    return reason.reason();
  }

  /** Reads the process's output to its end, on a thread of its own. */
  Thread follow(InputStream output) {
    Thread reader = new Thread(() -> copy(output), "portal-log");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private void copy(InputStream output) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      turnOver();
      BufferedWriter writer = open();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
        writer.write(line);
        writer.newLine();
        size += line.length() + 1L;
        if (!lines.ready()) {
          writer.flush();
        }
        if (size > LIMIT) {
          writer.close();
          turnOver();
          writer = open();
        }
      }
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The log " + file + " cannot be written", e);
    }
  }

  private synchronized void take(String line) {
    lastLine = System.nanoTime();
    reason.read(line);
    FailureReason.ownTrouble(line).ifPresent(console::warn);
  }

  private BufferedWriter open() throws IOException {
    size = 0;
    return Files.newBufferedWriter(
        file,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private void turnOver() throws IOException {
    for (int age = KEPT; age >= 1; age--) {
      Path younger = age == 1 ? file : aged(age - 1);
      if (Files.exists(younger)) {
        Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}
