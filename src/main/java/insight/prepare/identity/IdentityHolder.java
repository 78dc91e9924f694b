package insight.prepare.identity;

import insight.privacy.Holder;
import insight.runtime.Json;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers for merges, pairs and hashes. With a person all merges go that name one of its keys,
 * undone ones too; others that are left are grouped by the merges that remain.
 */
@UseCase
class IdentityHolder implements Holder {
  @Inject Jdbi jdbi;

  @Override
  public Set<String> tables() {
    return Set.of("pr_identity", "pr_identifier", "pr_pair", "pr_merge");
  }

  @Override
  public JsonValue export(Person person) {
    return jdbi.withHandle(
        h -> {
          JsonArrayBuilder merges = Json.array();
          for (Merge merge : touching(h, person)) {
            var json =
                Json.object()
                    .add("at", merge.at().toString())
                    .add("evidence", Json.value(merge.evidence()));
            merge.undone().ifPresent(u -> json.add("undoneAt", u.at().toString()));
            merges.add(json);
          }
          return Json.object().add("merges", merges).build();
        });
  }

  private static List<Merge> touching(Handle h, Person person) {
    return new MergeRows(h)
        .list(
            "where keys && cast(:keys as bigint[]) order by id", Map.of("keys", person.keyArray()));
  }

  @Override
  public Outcome forget(Person person) {
    return new Outcome("prepare.identity", jdbi.withHandle(h -> forget(h, person)));
  }

  private static long forget(Handle h, Person person) {
    Set<Long> others = new HashSet<>();
    touching(h, person).forEach(m -> others.addAll(m.keys()));
    others.removeAll(person.keys());
    long rows = 0;
    for (String sql :
        List.of(
            "delete from pr_merge where keys && cast(:keys as bigint[])",
            "delete from pr_pair where customer_key = any(:keys) or other_key = any(:keys)",
            "delete from pr_identifier where customer_key = any(:keys)",
            "delete from pr_identity where customer_key = any(:keys)")) {
      rows += h.createUpdate(sql).bind("keys", person.keyArray()).execute();
    }
    unname(h, person);
    new MergeRows(h).regroup(others);
    return rows;
  }

  /** Other people's merges may name one of the keys as what counted once. */
  private static void unname(Handle h, Person person) {
    h.createUpdate(
            """
            update pr_merge m set
              survivor = case when survivor = any(:keys) then keys[1] else survivor end,
              fields = (select coalesce(jsonb_object_agg(f.key, f.value), '{}')
                from jsonb_each(m.fields) f where cast(f.value as bigint) <> all(:keys))
            where survivor = any(:keys) or exists (
              select 1 from jsonb_each(m.fields) f where cast(f.value as bigint) = any(:keys))""")
        .bind("keys", person.keyArray())
        .execute();
  }
}
