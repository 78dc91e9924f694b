package insight.shell.part;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a long job is, in words and numbers for people.
 *
 * @param title what the job works on, such as a file's name
 * @param done units done so far
 * @param total all units, when known
 * @param unit the counted thing in the reader's language, such as "lines"
 * @param perSecond units a second, when known
 * @param rest the time it will still take, when known
 * @param steps the job's stages in order
 * @param remark who started it and when, or why it failed
 * @param cancellable whether Cancel is offered
 */
public record JobProgress(
    String title,
    State state,
    long done,
    OptionalLong total,
    String unit,
    OptionalDouble perSecond,
    Optional<Duration> rest,
    List<Step> steps,
    String remark,
    boolean cancellable) {

  /** Where a job stands. */
  public enum State {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    INTERRUPTED;

    public boolean over() {
      return switch (this) {
        case QUEUED, RUNNING -> false;
        case SUCCEEDED, FAILED, CANCELLED, INTERRUPTED -> true;
      };
    }
  }

  /** One stage of a job. */
  public record Step(String name, When when) {}

  /** Whether a stage is over, going on, or to come. */
  public enum When {
    DONE,
    NOW,
    LATER
  }

  public JobProgress {
    steps = List.copyOf(steps);
  }

  /** Done share from 0 to 1, when the total is known. */
  public OptionalDouble share() {
    return total.isPresent() && total.getAsLong() > 0
        ? OptionalDouble.of(Math.clamp((double) done / total.getAsLong(), 0, 1))
        : OptionalDouble.empty();
  }
}
