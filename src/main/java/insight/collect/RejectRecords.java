package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of {@code co_reject_record}, and of {@code co_reject} beside them. */
@ApplicationScoped
class RejectRecords {
  private static final String COLUMN = "co_reject_record.record_cipher";

  @Inject Jdbi jdbi;
  @Inject Vault vault;
  @Inject Clock clock;

  /** A rejected line with its record, which is gone after its time. */
  record Row(
      long line,
      String columnName,
      String reasonKey,
      String reasonArguments,
      byte @Nullable [] recordCipher,
      @Nullable Long mendedBy) {}

  record GroupRow(
      String columnName, String reasonKey, String reasonArguments, long lines, long mended) {}

  /** Keeps the rejected records of a chunk whose reject is kept, in the caller's transaction. */
  void keep(long importId, Chunk chunk) {
    if (chunk.records.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        h -> {
          PreparedBatch batch =
              h.prepareBatch(
                  """
                  insert into co_reject_record (import_id, line, record_cipher, kept_at)
                  select :id, :line, :record, :now
                  where exists (select 1 from co_reject where import_id = :id and line = :line)
                  on conflict do nothing""");
          chunk.records.forEach(
              (line, record) ->
                  batch
                      .bind("id", importId)
                      .bind("line", line)
                      .bind("record", vault.encrypt(COLUMN, record.json()))
                      .bind("now", clock.instant())
                      .add());
          batch.execute();
        });
  }

  /** What is wrong, the most frequent first. */
  List<GroupRow> groups(long importId, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select r.column_name, r.reason_key, r.reason_arguments::text as reason_arguments,
                      count(*) as lines, count(w.mended_by) as mended
                    from co_reject r
                    left join co_reject_record w on w.import_id = r.import_id and w.line = r.line
                    where r.import_id = :id
                    group by r.column_name, r.reason_key, r.reason_arguments
                    order by lines desc, r.column_name, r.reason_key limit :limit""")
                .bind("id", importId)
                .bind("limit", limit)
                .mapTo(GroupRow.class)
                .list());
  }

  /** Rejected lines behind a line, in their order; of all, or (null) only those still open. */
  List<Row> lines(long importId, long after, int limit, boolean openOnly) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select r.line, r.column_name, r.reason_key,
                      r.reason_arguments::text as reason_arguments, w.record_cipher, w.mended_by
                    from co_reject r
                    left join co_reject_record w on w.import_id = r.import_id and w.line = r.line
                    where r.import_id = :id and r.line > :after
                      and (not :open or w.record_cipher is not null and w.mended_by is null)
                    order by r.line, r.column_name limit :limit""")
                .bind("id", importId)
                .bind("after", after)
                .bind("open", openOnly)
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
  }

  RejectedRecord open(byte[] cipher) {
    return RejectedRecord.parse(vault.decrypt(COLUMN, cipher));
  }

  /** These lines came again, mended, with another import. */
  void mended(long importId, Collection<Long> lines, long by) {
    jdbi.useHandle(
        h -> {
          int rows =
              h.createUpdate(
                      """
                      update co_reject_record set mended_by = :by, mended_at = :now
                      where import_id = :id and line = any(:lines) and mended_by is null""")
                  .bind("id", importId)
                  .bind("lines", lines.toArray(Long[]::new))
                  .bind("by", by)
                  .bind("now", clock.instant())
                  .execute();
          if (rows != lines.size()) {
            throw Refused.conflict("collect.mend.gone");
          }
          h.createUpdate("insert into co_mend (import_id, original_id) values (:by, :id)")
              .bind("by", by)
              .bind("id", importId)
              .execute();
        });
  }

  /** Of which import an import brings the mended lines. */
  java.util.Optional<Long> original(long importId) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select original_id from co_mend where import_id = :id")
                .bind("id", importId)
                .mapTo(Long.class)
                .findOne());
  }

  /** Nothing that a line held outlives the time in which it can be mended. */
  void forgetBefore(Instant moment) {
    jdbi.useHandle(
        h ->
            java.util.stream.Stream.of(
                    "delete from co_reject_record where kept_at < :moment",
                    "delete from co_kafka_reject where at < :moment",
                    """
                    update co_reject r set value_cipher = null from co_import i
                    where i.job_id = r.import_id and i.created_at < :moment
                      and r.value_cipher is not null""")
                .forEach(sql -> h.createUpdate(sql).bind("moment", moment).execute()));
  }
}
