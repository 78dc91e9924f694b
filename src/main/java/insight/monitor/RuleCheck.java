package insight.monitor;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds one rule against the present. */
@UseCase
class RuleCheck {
  @PersistenceContext EntityManager entities;
  @Inject MetricValues values;
  @Inject Alerts alerts;
  @Inject Clock clock;

  /** What a look at a rule leads to. */
  enum Act {
    /** No data, or the condition has not held for long enough: things stay as they are. */
    WAIT,
    /** The condition does not hold: an open alert resolves. */
    CALM,
    /** The condition has held for long enough: an alert is open from now on. */
    FIRE
  }

  /** What a look found. */
  record Look(Optional<Instant> breachedSince, Act act) {}

  List<Long> ruleIds() {
    return entities
        .createQuery("select r.id from AlertRuleRow r order by r.id", Long.class)
        .getResultList();
  }

  /** Fires, keeps or resolves the rule's alert. */
  void look(long id) {
    AlertRuleRow row = entities.find(AlertRuleRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return;
    }
    AlertRule rule = row.record();
    OptionalDouble value = values.now(rule.metric(), rule.window());
    Look look = look(rule, value, Optional.ofNullable(row.breachedSince), clock.instant());
    row.breachedSince(look.breachedSince().orElse(null));
    switch (look.act()) {
      case WAIT -> {}
      case CALM -> alerts.calm(row);
      case FIRE -> alerts.breached(row, value.orElseThrow());
    }
  }

  /**
   * Decides. Without data a rule neither fires nor resolves.
   *
   * @param since the condition has held, as far as known
   */
  static Look look(AlertRule rule, OptionalDouble value, Optional<Instant> since, Instant now) {
    if (value.isEmpty()) {
      return new Look(since, Act.WAIT);
    }
    if (!rule.condition().breachedBy(value.getAsDouble())) {
      return new Look(Optional.empty(), Act.CALM);
    }
    Instant from = since.orElse(now);
    boolean longEnough = Duration.between(from, now).compareTo(rule.holds()) >= 0;
    return new Look(Optional.of(from), longEnough ? Act.FIRE : Act.WAIT);
  }
}
