package insight.monitor;

import insight.collect.EventsCollected;
import insight.runtime.Chore;
import insight.runtime.JobChanged;
import insight.runtime.Signals;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at every rule each half minute, and within seconds after events arrived, a job ended or a
 * rule was made; never more often, however much arrives. What changed is told to open pages.
 */
@ApplicationScoped
public class AlertWatch implements Chore {
  private static final Logger LOG = Logger.getLogger(AlertWatch.class.getName());
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);

  @Inject RuleCheck check;
  @Inject Signals signals;
  @Inject Transactions transactions;
  @Inject Clock clock;

  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean news = new AtomicBoolean();
  private volatile Instant last = Instant.EPOCH;

  public void onEvents(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsCollected event) {
    news.set(true);
  }

  public void onJob(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged event) {
    if (!event.state().open()) {
      news.set(true);
    }
  }

  public void onRule(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertRuleChanged event) {
    news.set(true);
    signals.tell(event);
  }

  public void onAlert(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertChanged event) {
    signals.tell(event);
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void run() {
    boolean due = !clock.instant().isBefore(last.plus(AT_LEAST_EVERY));
    if ((due || news.get()) && looking.compareAndSet(false, true)) {
      try {
        look();
      } finally {
        looking.set(false);
      }
    }
  }

  private void look() {
    news.set(false);
    last = clock.instant();
    try {
      check.ruleIds().forEach(this::look);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The alert rules cannot be read now", e);
    }
  }

  /** One rule that cannot be looked at does not keep the others from being looked at. */
  private void look(long rule) {
    try {
      transactions.doInNew(() -> check.look(rule));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Rule " + rule + " cannot be checked now", e);
    }
  }
}
