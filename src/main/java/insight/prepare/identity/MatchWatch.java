package insight.prepare.identity;

import insight.collect.EventsCollected;
import insight.runtime.Chore;
import insight.runtime.Courtesy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Matches within half a minute after events arrived or rules changed, and once after the start; not
 * more often, however much arrives.
 */
@ApplicationScoped
public class MatchWatch implements Chore {
  private static final Duration PAUSE = Duration.ofSeconds(20);

  @Inject Matching matching;
  @Inject Courtesy courtesy;
  @Inject Clock clock;

  private final AtomicBoolean news = new AtomicBoolean(true);
  private volatile Instant last = Instant.EPOCH;

  public void onEvents(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsCollected event) {
    news.set(true);
  }

  void onRules(@Observes(during = TransactionPhase.AFTER_SUCCESS) MatchRules.RulesChanged event) {
    news.set(true);
    last = Instant.EPOCH;
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    if (now.isAfter(last.plus(PAUSE)) && !courtesy.waits(last) && news.getAndSet(false)) {
      last = now;
      try {
        matching.run();
      } catch (RuntimeException e) {
        news.set(true);
        throw e;
      }
    }
  }
}
