package insight.prepare.identity;

import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code pr_merge} and {@code pr_person}. */
final class MergeRows implements MergeBook {
  private static final String COLUMNS =
      """
      select id, keys, survivor, cast(fields as text) as fields, evidence, score, merged_by,
        merged_at, undone_by, undone_at
      from pr_merge\s""";

  private final Handle h;

  MergeRows(Handle h) {
    this.h = h;
  }

  private record Row(
      long id,
      Long[] keys,
      long survivor,
      String fields,
      String[] evidence,
      @Nullable Double score,
      String mergedBy,
      Instant mergedAt,
      @Nullable String undoneBy,
      @Nullable Instant undoneAt) {

    Merge merge() {
      return new Merge(
          id,
          List.of(keys),
          survivor,
          choices(Json.parse(fields)),
          List.of(evidence),
          score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
          mergedBy,
          mergedAt,
          undoneBy == null || undoneAt == null
              ? Optional.empty()
              : Optional.of(new Merge.Undone(undoneBy, undoneAt)));
    }

    private static Map<PersonField, Long> choices(JsonObject json) {
      Map<PersonField, Long> choices = new EnumMap<>(PersonField.class);
      json.keySet()
          .forEach(
              field ->
                  choices.put(PersonField.of(field), json.getJsonNumber(field).longValueExact()));
      return choices;
    }
  }

  @Override
  public Set<Long> companions(Collection<Long> keys) {
    Long[] asked = keys.toArray(Long[]::new);
    Set<Long> all = new HashSet<>(keys);
    all.addAll(
        h.createQuery(
                """
                select customer_key from pr_person where person in (
                  select person from pr_person where customer_key = any(:keys)
                  union select unnest(cast(:keys as bigint[])))""")
            .bind("keys", asked)
            .mapTo(Long.class)
            .list());
    return all;
  }

  @Override
  public List<Merge> active(Collection<Long> keys) {
    return list(
        "where undone_at is null and keys && cast(:keys as bigint[]) order by id",
        Map.of("keys", keys.toArray(Long[]::new)));
  }

  @Override
  public void write(Set<Long> keys, Map<Long, Long> persons) {
    h.createUpdate("delete from pr_person where customer_key = any(:keys)")
        .bind("keys", keys.toArray(Long[]::new))
        .execute();
    List<Map.Entry<Long, Long>> rows = List.copyOf(persons.entrySet());
    h.createUpdate(
            """
            insert into pr_person (customer_key, person)
            select key, person from unnest(cast(:keys as bigint[]), cast(:persons as bigint[]))
              as p (key, person)""")
        .bind("keys", rows.stream().map(Map.Entry::getKey).toArray(Long[]::new))
        .bind("persons", rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .execute();
  }

  List<Merge> list(String condition, Map<String, ?> arguments) {
    return h.createQuery(COLUMNS + condition).bindMap(arguments).mapTo(Row.class).stream()
        .map(Row::merge)
        .toList();
  }

  long insert(NewMerge merge, long survivor, String by, Instant at) {
    JsonObjectBuilder fields = Json.object();
    merge.fields().forEach((field, key) -> fields.add(field.word(), key));
    return h.createQuery(
            """
            insert into pr_merge (keys, survivor, fields, evidence, score, merged_by, merged_at)
            values (:keys, :survivor, cast(:fields as jsonb), :evidence, :score, :by, :at)
            returning id""")
        .bind("keys", merge.keys().toArray(Long[]::new))
        .bind("survivor", survivor)
        .bind("fields", fields.build().toString())
        .bind("evidence", merge.evidence().toArray(String[]::new))
        .bind("score", merge.score().isPresent() ? merge.score().getAsDouble() : null)
        .bind("by", by)
        .bind("at", at)
        .mapTo(Long.class)
        .one();
  }

  /** Whether it was not undone before. */
  boolean undo(long id, String by, Instant at) {
    return h.createUpdate(
                """
                update pr_merge set undone_by = :by, undone_at = :at
                where id = :id and undone_at is null""")
            .bind("id", id)
            .bind("by", by)
            .bind("at", at)
            .execute()
        == 1;
  }
}
