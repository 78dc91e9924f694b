package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of {@code co_source_run}: how each source's own running stands. */
@ApplicationScoped
class RunRows {
  @Inject Jdbi jdbi;

  /** One source's. */
  record Row(
      @Nullable Instant nextRun,
      @Nullable Instant lastRun,
      @Nullable String watermark,
      @Nullable Long lag,
      @Nullable String troubleKey,
      String troubleArguments) {
    static final Row NONE = new Row(null, null, null, null, null, "[]");

    Optional<Refused.Reason> trouble() {
      return Optional.ofNullable(troubleKey)
          .map(
              key ->
                  new Refused.Reason(
                      "",
                      key,
                      Json.parseArray(troubleArguments).stream()
                          .map(v -> (Object) (v instanceof JsonString s ? s.getString() : v))
                          .toList()));
    }
  }

  Row find(int sourceId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select next_run, last_run, watermark, lag, trouble_key,
                      trouble_arguments::text as trouble_arguments
                    from co_source_run where source_id = :id""")
                .bind("id", sourceId)
                .mapTo(Row.class)
                .findOne()
                .orElse(Row.NONE));
  }

  void next(int sourceId, @Nullable Instant next) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into co_source_run (source_id, next_run) values (:id, :next)
                    on conflict (source_id) do update set next_run = excluded.next_run""")
                .bind("id", sourceId)
                .bind("next", next)
                .execute());
  }

  /** What is too old is looked for again: the retention was changed. */
  void retainAgain(int sourceId) {
    jdbi.useHandle(
        h ->
            h.createUpdate("update co_source_run set retained_on = null where source_id = :id")
                .bind("id", sourceId)
                .execute());
  }

  /** It ran; a reason says that it failed. */
  void ran(int sourceId, Instant at, Optional<Refused.Reason> trouble) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into co_source_run
                      (source_id, last_run, trouble_key, trouble_arguments)
                    values (:id, :at, :key, cast(:arguments as jsonb))
                    on conflict (source_id) do update set last_run = excluded.last_run,
                      trouble_key = excluded.trouble_key,
                      trouble_arguments = excluded.trouble_arguments""")
                .bind("id", sourceId)
                .bind("at", at)
                .bind("key", trouble.map(Refused.Reason::key).orElse(null))
                .bind(
                    "arguments",
                    trouble.map(t -> Json.value(t.arguments()).toString()).orElse("[]"))
                .execute());
  }

  /** Moves the mark of what was read, in the transaction that stores it. */
  void watermark(int sourceId, String value) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into co_source_run (source_id, watermark) values (:id, :value)
                    on conflict (source_id) do update set watermark = excluded.watermark""")
                .bind("id", sourceId)
                .bind("value", value)
                .execute());
  }

  /** What an undone query brought is read again: the mark goes. */
  void onReversed(@Observes ImportReversed event) {
    jdbi.useHandle(
        h ->
            h.createUpdate("update co_source_run set watermark = null where source_id = :id")
                .bind("id", event.sourceId())
                .execute());
  }

  /** Sources whose time has come; locked, so that one node takes each. */
  List<Integer> due(Instant now) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select r.source_id from co_source_run r join co_source s on s.id = r.source_id
                    where r.next_run <= :now and s.schedule is not null
                    order by r.next_run for update of r skip locked limit 20""")
                .bind("now", now)
                .mapTo(Integer.class)
                .list());
  }
}
