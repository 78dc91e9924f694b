package insight.runtime;

import insight.kernel.Refused;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A long job as its row says.
 *
 * @param kind which handler runs it
 * @param counts what it counted so far
 * @param stage text key of the step under way
 * @param done units done; {@code total} is empty while unknown
 * @param reason why it failed, as a key with arguments
 */
public record Job(
    long id,
    String kind,
    String title,
    State state,
    JsonObject parameters,
    JsonObject counts,
    Optional<String> stage,
    long done,
    OptionalLong total,
    Optional<Refused.Reason> reason,
    String requestedBy,
    boolean cancelRequested,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Where a job stands. */
  public enum State {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    INTERRUPTED;

    public boolean open() {
      return this == QUEUED || this == RUNNING;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** 0…1; 0 while the total is unknown. */
  public double progress() {
    if (state == State.SUCCEEDED) {
      return 1;
    }
    long all = total.orElse(0);
    return all <= 0 ? 0 : Math.min(1, (double) done / all);
  }

  /** How long it ran, or has been running. */
  public Duration elapsed(Instant now) {
    return startedAt == null
        ? Duration.ZERO
        : Duration.between(startedAt, finishedAt == null ? now : finishedAt);
  }
}
