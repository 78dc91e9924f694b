package insight.prepare.identity;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What a match of each kind leads to, and which sources use the same customer ids. */
@UseCase
public class MatchRules {
  private static final int MOST = 1000;
  private static final int LONGEST_SPACE = 40;

  @Inject Jdbi jdbi;
  @Inject Audit audit;
  @Inject Event<RulesChanged> changed;

  /** Rules were changed; what was matched before is looked at again. */
  record RulesChanged() {}

  private record Row(String kind, String mode, int most) {}

  private record SpaceRow(int sourceId, String space) {}

  /** The rule of each kind. */
  public Map<MatchKind, MatchRule> all() {
    Map<MatchKind, MatchRule> rules = new EnumMap<>(MatchKind.class);
    for (MatchKind kind : MatchKind.values()) {
      rules.put(kind, MatchRule.preset(kind));
    }
    jdbi.useHandle(
        h ->
            h.createQuery("select kind, mode, most from pr_match_rule")
                .mapTo(Row.class)
                .forEach(
                    row -> {
                      MatchKind kind = MatchKind.of(row.kind());
                      rules.put(kind, new MatchRule(kind, mode(row.mode()), row.most()));
                    }));
    return rules;
  }

  private static MatchRule.Mode mode(String word) {
    for (MatchRule.Mode mode : MatchRule.Mode.values()) {
      if (mode.word().equals(word)) {
        return mode;
      }
    }
    throw Refused.invalid("/mode", "prepare.identity.mode.unknown", word);
  }

  /**
   * Changes a rule.
   *
   * @throws Refused for likeness as automatic, for a number out of range, or for a role that may
   *     not
   */
  public void set(MatchRule rule, Caller by) {
    allowed(by);
    if (rule.kind() == MatchKind.NAME && rule.mode() == MatchRule.Mode.AUTOMATIC) {
      throw Refused.invalid("/mode", "prepare.identity.mode.never");
    }
    if (rule.kind() == MatchKind.DEVICE
        && rule.mode() == MatchRule.Mode.AUTOMATIC
        && rule.most() > 1) {
      throw Refused.invalid("/most", "prepare.identity.device");
    }
    if (rule.most() < 1 || rule.most() > MOST) {
      throw Refused.invalid("/most", "prepare.identity.most", MOST);
    }
    jdbi.useHandle(
        h -> {
          h.createUpdate(
                  """
                  insert into pr_match_rule (kind, mode, most) values (:kind, :mode, :most)
                  on conflict (kind) do update set mode = excluded.mode, most = excluded.most""")
              .bind("kind", rule.kind().word())
              .bind("mode", rule.mode().word())
              .bind("most", rule.most())
              .execute();
          h.execute("update pr_identity set matched = false where matched");
        });
    audit(by, Map.of("what", "match-rule", "kind", rule.kind().word(), "mode", rule.mode().word()));
  }

  /** Source → the space of ids it shares with others; sources without one share with none. */
  public Map<Integer, String> spaces() {
    Map<Integer, String> spaces = new LinkedHashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery("select source_id, space from pr_id_space order by source_id")
                .mapTo(SpaceRow.class)
                .forEach(row -> spaces.put(row.sourceId(), row.space())));
    return spaces;
  }

  /**
   * Says which ids a source uses; an empty name takes it out.
   *
   * @throws Refused for a name that is too long, or for a role that may not
   */
  public void space(int source, String space, Caller by) {
    allowed(by);
    String name = space.strip();
    if (name.length() > LONGEST_SPACE) {
      throw Refused.invalid("/space", "prepare.identity.space", LONGEST_SPACE);
    }
    jdbi.useHandle(
        h -> {
          h.execute("delete from pr_id_space where source_id = ?", source);
          if (!name.isEmpty()) {
            h.execute("insert into pr_id_space (source_id, space) values (?, ?)", source, name);
          }
          h.execute(
              """
              delete from pr_identity i using co_customer c
              where c.customer_key = i.customer_key and c.source_id = ?""",
              source);
        });
    audit(by, Map.of("what", "id-space", "source", source, "space", name));
  }

  private static void allowed(Caller by) {
    if (!by.is(Role.OPERATIONS) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("prepare.identity.role");
    }
  }

  private void audit(Caller by, Map<String, ?> detail) {
    audit.record(by.name(), Audit.Action.CHANGE, "identity-rules", null, detail);
    changed.fire(new RulesChanged());
  }
}
