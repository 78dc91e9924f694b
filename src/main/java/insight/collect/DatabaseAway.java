package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Waits while the database is away, or its disk full, instead of giving a long job up. */
@ApplicationScoped
class DatabaseAway {
  static final String REASON = "collect.import.database";
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(DatabaseAway.class.getName());
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  @Inject Clock clock;
  @Inject Storage storage;

  /**
   * Does the work, again and again while the database is the trouble.
   *
   * @param work a whole transaction that may be done again
   * @param between runs before each further try; may throw to give up
   * @throws Refused when the database stayed away
   */
  <T> T retry(Supplier<T> work, Runnable between) {
    Instant end = clock.instant().plus(PATIENCE);
    Duration pause = Duration.ofMillis(250);
    while (true) {
      if (storage.full()) {
        end = clock.instant().plus(PATIENCE);
        sleep(LONGEST_PAUSE);
        between.run();
        continue;
      }
      try {
        return work.get();
      } catch (Refused refused) {
        throw refused;
      } catch (RuntimeException e) {
        storage.notice(e);
        if (!passing(e)) {
          throw e;
        }
        LOG.log(
            Level.WARNING,
            "The database did not take it; trying again: {0}",
            String.valueOf(cause(e)));
        if (clock.instant().isAfter(end)) {
          throw Refused.unprocessable(REASON, PATIENCE.toMinutes());
        }
      }
      sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
      between.run();
    }
  }

  /** Data, constraints and syntax stay wrong however often they are tried. */
  private static boolean passing(Throwable failure) {
    String state = cause(failure) instanceof SQLException sql ? sql.getSQLState() : null;
    return state == null
        || !(state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }

  /** The SQL exception at the bottom, else the deepest cause. */
  private static Throwable cause(Throwable failure) {
    @Nullable Throwable at = failure;
    Throwable deepest = failure;
    while (at != null) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        return sql;
      }
      deepest = at;
      at = at.getCause();
    }
    return deepest;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    }
  }
}
