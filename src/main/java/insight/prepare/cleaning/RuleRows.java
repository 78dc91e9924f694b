package insight.prepare.cleaning;

import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The rows of {@code pr_rule} and {@code pr_rule_version}. */
@ApplicationScoped
class RuleRows {
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  private record Row(
      int id,
      int sourceId,
      String field,
      String body,
      boolean blocking,
      boolean active,
      int version,
      String note,
      String changedBy,
      Instant changedAt) {
    CleaningRule record() {
      return new CleaningRule(
          id,
          sourceId,
          Target.of(field),
          RuleJson.read(Json.parse(body)),
          blocking,
          active,
          version,
          note,
          changedBy,
          changedAt);
    }
  }

  private static final String SELECT =
      """
      select id, source_id, field, body::text as body, blocking, active, version, note, changed_by,
        changed_at from pr_rule
      """;

  List<CleaningRule> of(int sourceId) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(SELECT + "where source_id = :source order by id")
                .bind("source", sourceId)
                .mapTo(Row.class)
                .stream()
                .map(Row::record)
                .toList());
  }

  /** The rule, locked for the transaction. */
  Optional<CleaningRule> locked(int id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(SELECT + "where id = :id for update")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::record));
  }

  /** Every state the rule was in, the newest first. */
  List<CleaningRule> versions(int id) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    select v.rule_id as id, r.source_id, r.field, v.body::text as body, v.blocking,
                      v.active, v.version, v.note, v.changed_by, v.changed_at
                    from pr_rule_version v join pr_rule r on r.id = v.rule_id
                    where v.rule_id = :id order by v.version desc""")
                .bind("id", id)
                .mapTo(Row.class)
                .stream()
                .map(Row::record)
                .toList());
  }

  int insert(CleaningRule.Draft draft, String by) {
    int id =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        insert into pr_rule (source_id, field, body, blocking, active, version, note,
                          changed_by, changed_at)
                        values (:source, :field, cast(:body as jsonb), :blocking, true, 1, :note,
                          :by, :now)
                        returning id""")
                    .bind("source", draft.sourceId())
                    .bind("field", draft.target().word())
                    .bind("body", RuleJson.write(draft.rule()).toString())
                    .bind("blocking", draft.blocking())
                    .bind("note", draft.note())
                    .bind("by", by)
                    .bind("now", clock.instant())
                    .mapTo(Integer.class)
                    .one());
    keepVersion(id);
    return id;
  }

  void update(int id, Rule rule, boolean blocking, boolean active, String note, String by) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update pr_rule set body = cast(:body as jsonb), blocking = :blocking,
                      active = :active, version = version + 1, note = :note, changed_by = :by,
                      changed_at = :now
                    where id = :id""")
                .bind("body", RuleJson.write(rule).toString())
                .bind("blocking", blocking)
                .bind("active", active)
                .bind("note", note)
                .bind("by", by)
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    keepVersion(id);
  }

  private void keepVersion(int id) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into pr_rule_version (rule_id, version, body, blocking, active, note,
                      changed_by, changed_at)
                    select id, version, body, blocking, active, note, changed_by, changed_at
                    from pr_rule where id = :id""")
                .bind("id", id)
                .execute());
  }
}
