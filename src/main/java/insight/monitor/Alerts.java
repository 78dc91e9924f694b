package insight.monitor;

import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alerts: raised and resolved by the watch, acknowledged by people. */
@UseCase
public class Alerts {
  private static final int MOST_OPEN = 500;
  private static final int MOST_NOTE = 500;

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;
  @Inject Event<AlertChanged> changed;

  /** Alerts in one of the states, the newest first, from {@code before} (an id) on. */
  public List<Alert> list(Set<Alert.State> states, long before, int limit) {
    return entities
        .createQuery(
            """
            select a from AlertRow a where a.state in :states and a.id < :before
            order by a.id desc""",
            AlertRow.class)
        .setParameter("states", states.stream().map(Alert.State::word).toList())
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultStream()
        .map(AlertRow::record)
        .toList();
  }

  /** All that are not resolved: the gravest first, then the newest. */
  public List<Alert> open() {
    return list(Alert.State.OPEN, Long.MAX_VALUE, MOST_OPEN).stream()
        .sorted(
            Comparator.comparing((Alert alert) -> alert.rule().severity())
                .reversed()
                .thenComparing(Comparator.comparing(Alert::raisedAt).reversed()))
        .toList();
  }

  /** What happened to the alert so far. */
  public List<Alert.Step> history(long id) {
    return entities
        .createQuery(
            "select s from AlertStepRow s where s.alert.id = :id order by s.at, s.id",
            AlertStepRow.class)
        .setParameter("id", id)
        .getResultStream()
        .map(AlertStepRow::record)
        .toList();
  }

  /** Somebody takes the alert on. */
  public Alert acknowledge(long id, Caller by, Optional<String> note) {
    if (note.filter(text -> text.length() > MOST_NOTE).isPresent()) {
      throw Refused.invalid("/note", "monitor.alert.note.long", MOST_NOTE);
    }
    AlertRow alert = entities.find(AlertRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (alert == null) {
      throw Refused.notFound("monitor.alert.unknown", String.valueOf(id));
    }
    if (alert.state() != Alert.State.FIRING) {
      throw Refused.conflict("monitor.alert.state", alert.state().word());
    }
    alert.acknowledged(by.name(), clock.instant());
    note(alert, by.name(), note.orElse(null));
    return alert.record();
  }

  /** The watch found the rule breached for long enough: fires once, then keeps the value fresh. */
  void breached(AlertRuleRow rule, double value) {
    Optional<AlertRow> open = open(rule);
    if (open.isPresent()) {
      open.get().measured(value);
      return;
    }
    AlertRow alert = AlertRow.fired(rule, value, clock.instant());
    entities.persist(alert);
    note(alert, Caller.PORTAL.name(), null);
  }

  /** The watch found the condition gone. */
  void calm(AlertRuleRow rule) {
    open(rule)
        .ifPresent(
            alert -> {
              alert.resolved(clock.instant());
              note(alert, Caller.PORTAL.name(), null);
            });
  }

  private Optional<AlertRow> open(AlertRuleRow rule) {
    return entities
        .createQuery(
            "select a from AlertRow a where a.rule = :rule and a.state <> 'resolved'",
            AlertRow.class)
        .setParameter("rule", rule)
        .getResultStream()
        .findFirst();
  }

  private void note(AlertRow alert, String actor, @Nullable String note) {
    entities.persist(AlertStepRow.of(alert, actor, note));
    AlertRule rule = alert.rule.record();
    changed.fire(new AlertChanged(alert.id, alert.state(), rule.severity(), rule.name()));
  }
}
