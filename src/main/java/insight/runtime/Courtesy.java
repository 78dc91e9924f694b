package insight.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets chores that compute much wait while a job is open, but never for long: what a person waits
 * for goes first.
 */
@ApplicationScoped
public class Courtesy {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Inject Jobs jobs;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * @param last when the chore ran last
   * @return whether it should let its turn pass
   */
  public boolean waits(Instant last) {
    return clock.instant().isBefore(last.plus(LONGEST)) && transactions.inNew(jobs::open) > 0;
  }
}
