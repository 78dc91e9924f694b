package insight.prepare.cleaning;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The cleaning rules: made, changed, switched on and off; every state is kept. */
@UseCase
public class CleaningRules {
  private static final int LONGEST_NOTE = 500;

  @Inject RuleRows rows;
  @Inject Audit audit;

  /** The rules of a source, the oldest first. */
  public List<CleaningRule> of(int sourceId) {
    return rows.of(sourceId);
  }

  /** Every state a rule was in, the newest first. */
  public List<CleaningRule> history(int id) {
    return rows.versions(id);
  }

  /**
   * Keeps a new rule; it holds from the next import on.
   *
   * @throws Refused when it does not fit the field, or is there already
   */
  public int create(CleaningRule.Draft draft, Caller by) {
    may(by);
    note(draft.note());
    RuleCheck.check(draft.target(), draft.rule());
    for (CleaningRule other : rows.of(draft.sourceId())) {
      if (other.active()
          && other.target().equals(draft.target())
          && other.rule().equals(draft.rule())) {
        throw Refused.conflict("prepare.rule.exists", String.valueOf(other.id()));
      }
    }
    int id = rows.insert(draft, by.name());
    log(id, by, "made");
    return id;
  }

  /**
   * Changes a rule; results keep the state they were found with.
   *
   * @param version as it was read; somebody may have been quicker
   */
  public void change(int id, int version, Rule rule, boolean blocking, String note, Caller by) {
    CleaningRule now = mine(id, version, by);
    note(note);
    RuleCheck.check(now.target(), rule);
    rows.update(id, rule, blocking, now.active(), note, by.name());
    log(id, by, "changed");
  }

  public void block(int id, int version, boolean blocking, Caller by) {
    CleaningRule now = mine(id, version, by);
    if (!now.rule().check()) {
      throw Refused.conflict("prepare.rule.severity");
    }
    rows.update(id, now.rule(), blocking, now.active(), now.note(), by.name());
    log(id, by, blocking ? "blocking" : "warning");
  }

  public void activate(int id, int version, boolean active, Caller by) {
    CleaningRule now = mine(id, version, by);
    rows.update(id, now.rule(), now.blocking(), active, now.note(), by.name());
    log(id, by, active ? "on" : "off");
  }

  private CleaningRule mine(int id, int version, Caller by) {
    may(by);
    CleaningRule now =
        rows.locked(id)
            .orElseThrow(() -> Refused.notFound("prepare.rule.none", String.valueOf(id)));
    if (now.version() != version) {
      throw Refused.conflict("prepare.rule.stale", now.changedBy());
    }
    return now;
  }

  private static void may(Caller by) {
    if (!by.is(Role.OPERATIONS) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("prepare.rule.role");
    }
  }

  private static void note(String note) {
    if (note.length() > LONGEST_NOTE) {
      throw Refused.invalid("/note", "prepare.rule.note", LONGEST_NOTE);
    }
  }

  private void log(int id, Caller by, String what) {
    audit.record(by.name(), Audit.Action.CHANGE, "cleaning-rule " + id, null, Map.of("what", what));
  }
}
