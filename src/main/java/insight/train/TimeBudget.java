package insight.train;

import insight.kernel.Refused;
import insight.learn.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleConsumer;

/**
 * How long a run may learn, from now. A search is expected to end by itself with the best so far;
 * it is stopped only at twice the budget.
 */
final class TimeBudget {
  private final Clock clock;
  private final Instant end;
  private final long minutes;

  TimeBudget(Clock clock, LearningTask.Design design) {
    Duration budget = design.budget();
    boolean searches = !(design.search() instanceof Search.None);
    this.clock = clock;
    this.end = clock.instant().plus(searches ? budget.multipliedBy(2) : budget);
    this.minutes = budget.toMinutes();
  }

  /**
   * Hears progress before {@code next} does.
   *
   * @throws Refused (unprocessable) from the watcher, once the time is up
   */
  DoubleConsumer watch(DoubleConsumer next) {
    return share -> {
      if (clock.instant().isAfter(end)) {
        throw Refused.unprocessable("train.budget.over", minutes);
      }
      next.accept(share);
    };
  }
}
