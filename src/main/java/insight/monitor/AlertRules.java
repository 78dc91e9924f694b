package insight.monitor;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The rules that watch. */
@UseCase
public class AlertRules {
  @PersistenceContext EntityManager entities;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<AlertRuleChanged> changed;

  public AlertRule create(AlertRule.Draft draft, Caller by) {
    AlertRuleRow row = AlertRuleRow.of(draft, by.name(), clock.instant());
    entities.persist(row);
    entities.flush();
    audit.record(
        by.name(), Audit.Action.CHANGE, "alert-rule " + draft.name(), null, Map.of("made", true));
    changed.fire(new AlertRuleChanged(row.id));
    return row.record();
  }

  public List<AlertRule> all() {
    return entities
        .createQuery("select r from AlertRuleRow r order by r.id", AlertRuleRow.class)
        .getResultStream()
        .map(AlertRuleRow::record)
        .toList();
  }

  /** Removes a rule with its alerts and their history. */
  public void delete(long id, Caller by) {
    AlertRuleRow row = entities.find(AlertRuleRow.class, id);
    if (row == null) {
      throw Refused.notFound("monitor.rule.unknown", String.valueOf(id));
    }
    entities
        .createQuery("delete from AlertRow a where a.rule = :rule")
        .setParameter("rule", row)
        .executeUpdate();
    entities.remove(row);
    audit.record(
        by.name(), Audit.Action.CHANGE, "alert-rule " + row.name, null, Map.of("removed", true));
    changed.fire(new AlertRuleChanged(id));
  }
}
