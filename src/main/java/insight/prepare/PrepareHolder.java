package insight.prepare;

import insight.privacy.Holder;
import insight.runtime.Json;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers for the rows of snapshots and for who is who. A forgotten person's rows leave even frozen
 * snapshots; their headers keep rows and hash as they were and count what went.
 */
@UseCase
class PrepareHolder implements Holder {
  private static final List<String> FROZEN =
      List.of("pr_customer_features", "pr_feature_row", "pr_interaction", "pr_outcome");

  /** Rows of people who have a row among the features too. */
  private static final Set<String> BESIDE = Set.of("pr_customer_features", "pr_outcome");

  @Inject Jdbi jdbi;

  @Override
  public Set<String> tables() {
    return Set.of(
        "pr_person", "pr_customer_features", "pr_feature_row", "pr_interaction", "pr_outcome");
  }

  @Override
  public JsonValue export(Person person) {
    return jdbi.withHandle(
        h ->
            Json.object()
                .add("features", rows(h, "pr_feature_row", "person", person))
                .add("keys", rows(h, "pr_person", "customer_key", person))
                .add("customerFeatures", rows(h, "pr_customer_features", "person", person))
                .add("outcomes", rows(h, "pr_outcome", "person", person))
                .add("interactions", rows(h, "pr_interaction", "person", person))
                .build());
  }

  private static JsonArray rows(Handle h, String table, String column, Person person) {
    JsonArrayBuilder rows = Json.array();
    h.createQuery(
            "select row_to_json(t)::text from %s t where %s = any(:keys)".formatted(table, column))
        .bind("keys", person.keyArray())
        .mapTo(String.class)
        .forEach(row -> rows.add(Json.parse(row)));
    return rows.build();
  }

  @Override
  public Outcome forget(Person person) {
    return new Outcome("prepare", jdbi.withHandle(h -> forget(h, person)));
  }

  private static long forget(Handle h, Person person) {
    long rows = 0;
    for (String table : FROZEN) {
      rows += forget(h, table, person);
    }
    return rows
        + h.createUpdate(
                "delete from pr_person where person = :person or customer_key = any(:keys)")
            .bind("person", person.person())
            .bind("keys", person.keyArray())
            .execute();
  }

  /** A person's row counts once as erased: buyers' rows are also among the features'. */
  private static long forget(Handle h, String table, Person person) {
    return h.createQuery(
            """
            with gone as (
              delete from %s where person = any(:keys) returning snapshot_id),
            counted as (
              select snapshot_id, count(*) as n from gone group by snapshot_id),
            noted as (
              update pr_snapshot s set erased = s.erased + c.n
              from counted c where c.snapshot_id = s.id
                and (:alone or s.definition <> 'customer-features/2'))
            select coalesce(sum(n), 0) from counted"""
                .formatted(table))
        .bind("keys", person.keyArray())
        .bind("alone", !BESIDE.contains(table))
        .mapTo(Long.class)
        .one();
  }
}
