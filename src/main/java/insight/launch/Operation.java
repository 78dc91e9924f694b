package insight.launch;

import insight.launch.demo.DemoShop;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One run of Insight: database, then portal, until someone asks for the end or a part is lost.
 * Stopping may come at any moment from another thread (the shutdown hook) and happens once.
 */
final class Operation {
  private static final Duration READY = Duration.ofSeconds(120);
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final Settings settings;
  private final Installation installation;
  private final Console console;
  private final boolean demo;
  private @Nullable DataDirectory data;
  private @Nullable EmbeddedDatabase database;
  private @Nullable PortalProcess portal;
  private boolean stopping;

  /** {@code demo}: the portal's first start gets the token with which the demo shop is sent. */
  Operation(Settings settings, Installation installation, Console console, boolean demo) {
    this.settings = settings;
    this.installation = installation;
    this.console = console;
    this.demo = demo;
  }

  /** Starts everything; returns when the portal is ready, or refuses. */
  void start() throws IOException {
    long began = System.nanoTime();
    DataDirectory directory = openData();
    DatabaseAccess access = openDatabase(directory);
    portalReady(directory, access);
    console.say(
        "Insight is ready at %s (after %.1f s)."
            .formatted(settings.portal(), (System.nanoTime() - began) / 1e9));
    directory
        .takeFirstPassword()
        .ifPresent(
            password ->
                console.say(
                    "First start. Log in as admin with the one-time password " + password + " ."));
  }

  private synchronized DataDirectory openData() throws IOException {
    DataDirectory directory = DataDirectory.open(settings.dataDirectory());
    data = directory;
    Processes.stopLeftOverPortals(directory.server(), console);
    HttpPort.requireFree(settings);
    return directory;
  }

  private synchronized DatabaseAccess openDatabase(DataDirectory directory) throws IOException {
    requireGoingOn();
    if (settings.outsideDatabase().isPresent()) {
      DatabaseAccess outside = settings.outsideDatabase().get();
      DatabaseSetUp.requireUsable(outside);
      return outside;
    }
    console.say("Starting the database in " + directory.database() + " …");
    EmbeddedDatabase embedded = EmbeddedDatabase.start(directory, console);
    database = embedded;
    return embedded.access();
  }

  /** A server that hangs while it starts is started once more. */
  private void portalReady(DataDirectory directory, DatabaseAccess access) throws IOException {
    PortalProcess first = startPortal(directory, access);
    if (first.awaitReady(READY, SILENCE)) {
      return;
    }
    console.warn(
        "The portal has said nothing for %d s while starting; starting it once more."
            .formatted(SILENCE.toSeconds()));
    first.close();
    startPortal(directory, access).awaitReady(READY, READY);
  }

  private synchronized PortalProcess startPortal(DataDirectory directory, DatabaseAccess access)
      throws IOException {
    requireGoingOn();
    console.say("Starting the portal …");
    PortalProcess started =
        PortalProcess.start(
            settings, directory, environment(directory, access), installation, console);
    portal = started;
    return started;
  }

  /** What the portal is told beside what this process was told itself. */
  private Map<String, String> environment(DataDirectory directory, DatabaseAccess access)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("INSIGHT_DB_URL", access.url());
    environment.put("INSIGHT_DB_USER", access.user());
    environment.put("INSIGHT_DB_PASSWORD", access.password());
    environment.put("INSIGHT_DATA_DIR", directory.root().toString());
    if (demo) {
      environment.put("INSIGHT_API_TOKEN", DemoShop.token(directory.root()));
      environment.put("INSIGHT_DEMO", "true");
    }
    return environment;
  }

  private void requireGoingOn() {
    if (stopping) {
      throw new StartRefused("Stopped while starting.");
    }
  }

  /** Waits until a part is lost; the line for people says which. */
  String untilLost() {
    CompletableFuture<Object> lost;
    synchronized (this) {
      lost =
          CompletableFuture.anyOf(
              portal == null ? new CompletableFuture<String>() : portal.ended(),
              database == null ? new CompletableFuture<String>() : database.lost());
    }
    return String.valueOf(lost.join());
  }

  /** Whether someone asked for the end. */
  synchronized boolean isStopping() {
    return stopping;
  }

  /** Ends the portal first, so that it can finish its work, then the database. */
  void stop() {
    synchronized (this) {
      if (stopping) {
        return;
      }
      stopping = true;
      if (portal != null || database != null) {
        console.say("Stopping …");
      }
      close(portal);
      close(database);
      close(data);
      if (portal != null || database != null) {
        console.say("Stopped.");
      }
    }
  }

  private void close(@Nullable AutoCloseable part) {
    if (part == null) {
      return;
    }
    try {
      part.close();
    } catch (Exception e) {
      console.warn("Stopping was not clean: " + e);
    }
  }
}
