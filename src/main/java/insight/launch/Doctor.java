package insight.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks at what Insight needs on this machine, one line each, with the mend. It uses the JDK alone,
 * because it is compiled on the spot, before anything is built.
 */
final class Doctor {
  private static final int OLDEST_JDK = 21;
  private static final long ENOUGH_DISK_MEGABYTES = 3_000;
  private static final long ENOUGH_MEMORY_MEGABYTES = 1_200;
  private static final int PATIENCE_SECONDS = 20;

  private final Settings settings;

  private Doctor(Settings settings) {
    this.settings = settings;
  }

  /** Prints the checks; ends with 1 when something that is needed is missing. */
  public static void main(String[] arguments) {
    Console console = Console.terminal();
    try {
      Settings settings = Settings.of(System.getenv(), Path.of("var"));
      List<Check> checks = new Doctor(settings).checks();
      checks.forEach(check -> console.say(check.line()));
      System.exit(checks.stream().anyMatch(Check::blocks) ? 1 : 0);
    } catch (StartRefused wrongSetting) {
      console.warn(Check.missing("settings", String.valueOf(wrongSetting.getMessage()), "").line());
      System.exit(1);
    }
  }

  private List<Check> checks() {
    return List.of(
        jdk(), maven(), npm(), chromium(), port(), dataDirectory(), disk(), database(), memory());
  }

  private static Check jdk() {
    Path home = Path.of(System.getProperty("java.home"));
    int version = Runtime.version().feature();
    return version >= OLDEST_JDK && Files.isExecutable(home.resolve("bin").resolve("javac"))
        ? Check.good("JDK", version + " in " + home)
        : Check.missing("JDK", version + " in " + home, "Set JAVA_HOME to a JDK 21 or newer.");
  }

  private static Check maven() {
    return tool("Maven", 3, "Debian: apt-get install maven.", "mvn", "-v");
  }

  private static Check npm() {
    return tool("npm", 8, "Debian: apt-get install npm.", "npm", "-v");
  }

  private static Check tool(String name, int oldest, String mend, String... command) {
    Optional<String> words = said(command);
    OptionalInt major = words.map(ToolVersion::major).orElse(OptionalInt.empty());
    if (words.isEmpty() || major.isEmpty()) {
      return Check.missing(name, "not found (" + command[0] + " on the PATH)", mend);
    }
    String version = "version " + major.getAsInt();
    return major.getAsInt() >= oldest
        ? Check.good(name, version)
        : Check.missing(name, version + " is too old, " + oldest + " is needed", mend);
  }

  private static Check chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .filter(Doctor::onPath)
        .findFirst()
        .map(found -> Check.good("Chromium", found + " (for ./insight test only)"))
        .orElse(
            Check.mention(
                "Chromium",
                "not found; only ./insight test needs it",
                "Debian: apt-get install chromium chromium-driver."));
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private Check port() {
    try {
      HttpPort.requireFree(settings);
      return Check.good("HTTP port", settings.httpPort() + " on " + settings.httpAddress());
    } catch (StartRefused taken) {
      return Check.missing("HTTP port", String.valueOf(taken.getMessage()), "");
    }
  }

  private Check dataDirectory() {
    Path existing = existing();
    return Files.isWritable(existing)
        ? Check.good("data directory", settings.dataDirectory().toString())
        : Check.missing(
            "data directory",
            existing + " cannot be written",
            "Give it to this user, or set INSIGHT_DATA_DIR to another one.");
  }

  private Check disk() {
    try {
      long free = Files.getFileStore(existing()).getUsableSpace() / 1_000_000;
      return free >= ENOUGH_DISK_MEGABYTES
          ? Check.good("free space", free + " MB")
          : Check.missing(
              "free space",
              free + " MB at " + existing(),
              "Free at least " + ENOUGH_DISK_MEGABYTES + " MB or set INSIGHT_DATA_DIR.");
    } catch (IOException e) {
      return Check.mention("free space", "cannot be told (" + e.getMessage() + ")", "");
    }
  }

  /** The data directory, or the nearest directory above it that is there already. */
  private Path existing() {
    Path path = settings.dataDirectory();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }

  private Check database() {
    if (settings.outsideDatabase().isPresent()) {
      return outside(settings.outsideDatabase().get());
    }
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root && said("unshare", "-U", "true").isEmpty()) {
      return Check.missing(
          "database",
          "as root the embedded PostgreSQL needs user namespaces, which are off here",
          "Run Insight as a normal user, or set INSIGHT_DB_URL.");
    }
    return Check.good("database", "embedded PostgreSQL" + (root ? " (in a user namespace)" : ""));
  }

  private static Check outside(DatabaseAccess access) {
    try (Socket socket = new Socket()) {
      URI place = URI.create(access.shown().substring("jdbc:".length()));
      int port = place.getPort() < 0 ? 5432 : place.getPort();
      String host = Optional.ofNullable(place.getHost()).orElse("localhost");
      socket.connect(new InetSocketAddress(host, port), 5_000);
      return Check.good("database", access.shown() + " answers");
    } catch (IOException | IllegalArgumentException e) {
      return Check.missing(
          "database",
          access.shown() + " cannot be reached (" + e.getMessage() + ")",
          "Check INSIGHT_DB_URL, or unset it for the embedded database.");
    }
  }

  private static Check memory() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
      long available =
          lines
              .filter(line -> line.startsWith("MemAvailable:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_000)
              .findFirst()
              .orElse(0);
      return available >= ENOUGH_MEMORY_MEGABYTES
          ? Check.good("memory", available + " MB available")
          : Check.mention(
              "memory",
              available + " MB available, " + ENOUGH_MEMORY_MEGABYTES + " MB are comfortable",
              "Close something, or lower INSIGHT_HEAP.");
    } catch (IOException e) {
      return Check.mention("memory", "cannot be told on this system", "");
    }
  }

  /** What a program prints, when it is there and ends well. */
  private static Optional<String> said(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String words;
      try (InputStream output = process.getInputStream()) {
        words = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      }
      boolean good =
          process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      return good ? Optional.of(words) : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
