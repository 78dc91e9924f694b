package insight.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** The portal: Payara Micro with our WAR, as a child process with everything needless closed. */
final class PortalProcess implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LAST_WORDS = Duration.ofMillis(700);
  private static final int QUESTION_MILLIS = 5_000;

  private static final String LISTENER =
      "set configs.config.server-config.network-config.network-listeners.network-listener"
          + ".http-listener.address=";
  private static final String HTTP =
      "set configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

  /** The server's own open pages are off: the portal serves its own health and metrics. */
  private static final String CLOSED =
      HTTP
          + """
          server-header=false
          set-openapi-configuration --enabled=false
          set-microprofile-healthcheck-configuration --enabled=false
          set configs.config.server-config.microprofile-metrics-configuration.enabled=false
          """;

  /** One line a record, never coloured, the level in English for whoever searches. */
  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level=ALL
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s [%3$s] %5$s%6$s%n
      .level=INFO
      javax.enterprise.system.security.ssl.level=SEVERE
      javax.enterprise.system.tools.deployment.dol.level=WARNING
      org.glassfish.admin.mbeanserver.level=WARNING
      org.hibernate.validator.internal.util.Version.level=WARNING
      fish.payara.nucleus.util.level=WARNING
      """;

  private final Settings settings;
  private final Process process;
  private final PortalLog log;

  private PortalProcess(Settings settings, Process process, PortalLog log) {
    this.settings = settings;
    this.process = process;
    this.log = log;
  }

  /** Starts it; secrets go by the environment, which other users cannot read. */
  static PortalProcess start(
      Settings settings,
      DataDirectory data,
      Map<String, String> environment,
      Installation installation,
      Console console)
      throws IOException {
    DataDirectory.deleteTree(data.server());
    Path temporary = Files.createDirectories(data.server().resolve("tmp"));
    Path commands = data.server().resolve("preboot.txt");
    Files.writeString(commands, LISTENER + settings.httpAddress() + "\n" + CLOSED);
    Path logging = data.server().resolve("logging.properties");
    Files.writeString(logging, LOGGING);
    ProcessBuilder builder =
        new ProcessBuilder(command(settings, data, installation, temporary, commands, logging))
            // not the data directory: Payara takes a folder "secrets" beside it for configuration
            .directory(data.server().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    PortalLog log = new PortalLog(data.logs().resolve("portal.log"), console);
    Process process = builder.start();
    process.getOutputStream().close();
    log.follow(process.getInputStream());
    return new PortalProcess(settings, process, log);
  }

  private static List<String> command(
      Settings settings,
      DataDirectory data,
      Installation installation,
      Path temporary,
      Path commands,
      Path logging) {
    List<String> server =
        List.of(
            installation.java().toString(),
            "-Xmx" + settings.heap(),
            "-XX:+UseSerialGC", // two cores: the smallest of the collectors
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + data.logs().resolve("portal-crash.log"),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary,
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-jar",
            installation.server().toString());
    List<String> options =
        List.of(
            "--nohazelcast",
            "--disablephonehome",
            "--prebootcommandfile",
            commands.toString(),
            "--logproperties",
            logging.toString(),
            "--rootdir",
            data.server().toString(),
            "--port",
            Integer.toString(settings.httpPort()),
            "--contextroot",
            "/",
            "--deploy",
            installation.war().toString());
    List<String> command = new java.util.ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid"); // Ctrl-C reaches the launcher only, which stops in order
    }
    command.addAll(server);
    command.addAll(options);
    return command;
  }

  /**
   * Waits for {@code /health/ready}; refuses with the reason from the log when it cannot come.
   *
   * @param silence a server that says nothing for so long hangs, as Payara does now and then before
   *     it looks at the application at all
   * @return false when it hangs
   */
  boolean awaitReady(Duration patience, Duration silence) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw failure("ended while starting (exit code " + process.exitValue() + ")");
      }
      if (log.deploymentFailed()) {
        throw failure("could not be deployed");
      }
      if (System.nanoTime() > deadline) {
        throw failure("was not ready within " + patience.toSeconds() + " s");
      }
      if (log.quiet().compareTo(silence) > 0) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private StartRefused failure(String what) {
    LockSupport.parkNanos(LAST_WORDS.toNanos()); // the cause may follow the line that told us
    String why = log.reason().map(reason -> ": " + reason).orElse(".");
    return new StartRefused("The portal " + what + why + " See " + log.file() + ".");
  }

  private boolean isReady() {
    URI question = settings.portal().resolve("/health/ready");
    try {
      HttpURLConnection connection = (HttpURLConnection) question.toURL().openConnection();
      connection.setConnectTimeout(QUESTION_MILLIS);
      connection.setReadTimeout(QUESTION_MILLIS);
      connection.setInstanceFollowRedirects(false);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Completes with a line for people when the process ends. */
  CompletableFuture<String> ended() {
    return process
        .onExit()
        .thenApply(
            p ->
                "The portal ended by itself (exit code "
                    + p.exitValue()
                    + "). See "
                    + log.file()
                    + ".");
  }

  /** Asks it to finish its requests and end. */
  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      Processes.end(process.toHandle(), "TERM");
    }
  }
}
