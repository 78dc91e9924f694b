package insight.runtime;

import insight.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The room on the disk. When less than a reserve is left, or the database says that its disk is
 * full, the storage is full: pages and the API go on answering, but no event, file or job is taken
 * until there is room again; then all goes on by itself. The reserve keeps PostgreSQL from meeting
 * the very end of the disk, where it could not even write that something is wrong.
 */
@ApplicationScoped
public class Storage implements Chore {
  private static final Logger LOG = Logger.getLogger(Storage.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** How long the database's own word counts before it is tried again. */
  private static final Duration SAID = Duration.ofSeconds(20);

  /** So much more than the reserve must be free before storing goes on. */
  private static final double AGAIN = 1.25;

  private static final String DISK_FULL = "53100";

  @Inject DataDirectory data;
  @Inject Clock clock;
  @Inject Event<StorageChanged> changed;
  @Inject Signals signals;

  @Inject
  @ConfigProperty(name = "insight.storage.reserve.mb", defaultValue = "256")
  long reserveMegabytes;

  private volatile boolean full;
  private volatile Instant saidFull = Instant.EPOCH;

  /** Whether nothing new may be stored now. */
  public boolean full() {
    return full;
  }

  /**
   * @throws Refused (unavailable) while the storage is full
   */
  public void require() {
    if (full) {
      throw Refused.unavailable("runtime.storage.full", reserveMegabytes);
    }
  }

  /** Megabytes free where the data directory lies. */
  public long freeMegabytes() {
    try {
      FileStore store = Files.getFileStore(data.root());
      return store.getUsableSpace() >> 20;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask for the room in " + data.root(), e);
    }
  }

  /** Looks whether a failure says that the database's disk is full. */
  public void notice(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
        saidFull = clock.instant();
        become(true);
        return;
      }
    }
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    boolean said = clock.instant().isBefore(saidFull.plus(SAID));
    long enough = full ? Math.round(reserveMegabytes * AGAIN) : reserveMegabytes;
    become(said || freeMegabytes() < enough);
  }

  private synchronized void become(boolean now) {
    if (now == full) {
      return;
    }
    full = now;
    if (now) {
      LOG.log(
          Level.SEVERE,
          "The storage is full: less than {0} MB free in {1}. Nothing new is stored until there is room.",
          new Object[] {reserveMegabytes, data.root()});
    } else {
      LOG.info("There is room again; storing goes on.");
    }
    StorageChanged event = new StorageChanged(now);
    changed.fire(event);
    signals.tell(event);
  }
}
