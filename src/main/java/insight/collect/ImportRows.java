package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of {@code co_import} and {@code co_reject}. */
@ApplicationScoped
class ImportRows {
  @Inject Jdbi jdbi;
  @Inject EventStore store;
  @Inject FactStore facts;
  @Inject RejectRows rejects;
  @Inject Cleanings cleanings;
  @Inject Clock clock;

  /** An import as its row says. */
  record Row(
      long jobId,
      int sourceId,
      int space,
      String sourceName,
      String fileName,
      @Nullable String filePath,
      String sha256,
      long bytes,
      @Nullable String encoding,
      long checkpointLine,
      long accepted,
      long duplicates,
      long rejected,
      long dropped,
      long masked,
      long identical,
      String classes,
      @Nullable Instant firstEvent,
      @Nullable Instant lastEvent,
      String requestedBy,
      Instant createdAt,
      @Nullable Instant finishedAt,
      @Nullable Instant reversedAt,
      @Nullable String reversedBy,
      @Nullable Long reversalId) {

    Tally tally() {
      return Tally.of(Json.parse(classes), firstEvent, lastEvent);
    }

    Deliveries.Counts counts() {
      return new Deliveries.Counts(accepted, duplicates, rejected, dropped, masked);
    }

    Import record() {
      return new Import(
          jobId,
          sourceId,
          sourceName,
          fileName,
          filePath != null,
          sha256,
          bytes,
          Optional.ofNullable(encoding),
          counts(),
          identical,
          tally().counts(),
          Optional.ofNullable(firstEvent),
          Optional.ofNullable(lastEvent),
          requestedBy,
          createdAt,
          Optional.ofNullable(finishedAt),
          Optional.ofNullable(reversedAt),
          Optional.ofNullable(reversedBy));
    }
  }

  /** How many different ones an import brought. */
  record Spread(long customers, long orders, long countries) {}

  private static final String SELECT =
      """
      select i.job_id, i.source_id, s.space, s.name as source_name, i.file_name, i.file_path, i.sha256,
        i.bytes, i.encoding, i.checkpoint_line, i.accepted, i.duplicates, i.rejected, i.dropped,
        i.masked, i.identical, i.classes::text as classes, i.first_event, i.last_event,
        i.requested_by, i.created_at, i.finished_at, i.reversed_at, i.reversed_by, i.reversal_id
      from co_import i join co_source s on s.id = i.source_id
      """;

  void insert(
      long jobId,
      int sourceId,
      String name,
      @Nullable String path,
      String sha256,
      long bytes,
      String by) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into co_import (job_id, source_id, file_name, file_path, sha256, bytes,
                      requested_by, created_at)
                    values (:job, :source, :name, :path, :sha, :bytes, :by, :now)""")
                .bind("job", jobId)
                .bind("source", sourceId)
                .bind("name", name)
                .bind("path", path)
                .bind("sha", sha256)
                .bind("bytes", bytes)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute());
  }

  Optional<Row> find(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(SELECT + "where i.job_id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne());
  }

  /**
   * @throws Refused (not found)
   */
  Row required(long id) {
    return find(id)
        .orElseThrow(() -> Refused.notFound("collect.import.unknown", String.valueOf(id)));
  }

  /** The newest imports, of one source or (null) of all. */
  List<Row> newest(@Nullable Integer sourceId, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    SELECT
                        + """
                        where cast(:source as int) is null or i.source_id = :source
                        order by i.job_id desc limit :limit""")
                .bind("source", sourceId)
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
  }

  /**
   * Stores a chunk and moves the checkpoint, in the caller's transaction; a chunk that turns out to
   * be stored (its commit came through although the answer did not) is left alone.
   */
  Row store(long id, Chunk chunk) {
    return jdbi.withHandle(
        h -> {
          int source =
              h.createQuery("select source_id from co_import where job_id = :id")
                  .bind("id", id)
                  .mapTo(Integer.class)
                  .one();
          // before the import's row, as an undoing takes them
          h.execute("select pg_advisory_xact_lock_shared(?, ?)", Reversal.LOCK, source);
          Row row =
              h.createQuery(SELECT + "where i.job_id = :id for update of i")
                  .bind("id", id)
                  .mapTo(Row.class)
                  .one();
          if (row.reversedAt() != null) {
            throw Refused.conflict("collect.reversal.done", row.fileName());
          }
          if (row.checkpointLine() >= chunk.lastLine) {
            return row;
          }
          EventStore.Stored stored =
              store
                  .store(row.sourceId(), id, chunk.batch)
                  .and(facts.store(row.sourceId(), row.space(), id, chunk.batch.facts()));
          rejects.keep(h, id, chunk.rejects, RejectRows.MOST - row.rejected());
          cleanings.keep(id, chunk.noticed);
          move(h, row, chunk, stored);
          return h.createQuery(SELECT + "where i.job_id = :id")
              .bind("id", id)
              .mapTo(Row.class)
              .one();
        });
  }

  private static void move(Handle h, Row row, Chunk chunk, EventStore.Stored stored) {
    Tally tally = row.tally().plus(stored.fresh());
    h.createUpdate(
            """
            update co_import set checkpoint_line = :line, lines_read = lines_read + :read,
              accepted = accepted + :accepted, duplicates = duplicates + :duplicates,
              rejected = rejected + :rejected, dropped = dropped + :dropped,
              masked = masked + :masked, identical = identical + :identical,
              encoding = :encoding, classes = cast(:classes as jsonb), first_event = :first,
              last_event = :last
            where job_id = :id""")
        .bind("line", chunk.lastLine)
        .bind("read", chunk.read)
        .bind("accepted", stored.receipt().accepted())
        .bind("duplicates", stored.receipt().duplicates())
        .bind("rejected", chunk.rejects.size())
        .bind("dropped", stored.receipt().dropped())
        .bind("masked", stored.receipt().masked())
        .bind("identical", chunk.identical)
        .bind("encoding", chunk.encoding)
        .bind("classes", tally.json().toString())
        .bind("first", tally.first())
        .bind("last", tally.last())
        .bind("id", row.jobId())
        .execute();
  }

  Spread spread(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    with found as materialized (
                      select customer_key, order_no, country from co_event where import_id = :id
                      group by customer_key, order_no, country)
                    select
                      (select count(distinct customer_key) from found) as customers,
                      (select count(distinct order_no) from found) as orders,
                      (select count(distinct country) from found) as countries""")
                .bind("id", id)
                .mapTo(Spread.class)
                .one());
  }

  /** Notes which job undoes the import. */
  void reversing(long id, long job) {
    jdbi.useHandle(
        h ->
            h.createUpdate("update co_import set reversal_id = :job where job_id = :id")
                .bind("job", job)
                .bind("id", id)
                .execute());
  }

  void markReversed(long id, String by) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update co_import set reversed_at = :now, reversed_by = :by where job_id = :id")
                .bind("now", clock.instant())
                .bind("by", by)
                .bind("id", id)
                .execute());
  }

  private record Sum(
      short saleClass,
      @Nullable String currency,
      long lines,
      @Nullable Long minor,
      Instant first,
      Instant last) {}

  /** Counts an import's lines and amounts anew, after events passed to it. */
  void tallyAgain(Handle h, long id) {
    Tally tally = Tally.EMPTY;
    for (Sum sum :
        h.createQuery(
                """
                select class as sale_class, currency, count(*) as lines,
                  sum(amount_minor)::bigint as minor, min(occurred_at) as first,
                  max(occurred_at) as last
                from co_event where import_id = :id group by class, currency""")
            .bind("id", id)
            .mapTo(Sum.class)
            .list()) {
      tally =
          tally.plus(
              SaleClass.of(sum.saleClass()),
              sum.lines(),
              Optional.ofNullable(sum.currency()),
              Optional.ofNullable(sum.minor()),
              sum.first(),
              sum.last());
    }
    h.createUpdate(
            """
            update co_import set classes = cast(:classes as jsonb), first_event = :first,
              last_event = :last where job_id = :id""")
        .bind("classes", tally.json().toString())
        .bind("first", tally.first())
        .bind("last", tally.last())
        .bind("id", id)
        .execute();
  }

  /** What a query found lies in a file now. */
  void fetched(long id, String path, String sha256, long bytes) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update co_import set file_path = :path, sha256 = :sha, bytes = :bytes
                    where job_id = :id""")
                .bind("path", path)
                .bind("sha", sha256)
                .bind("bytes", bytes)
                .bind("id", id)
                .execute());
  }

  /** The file is gone; {@code whole}: it was read to its end. */
  void finish(long id, boolean whole) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update co_import set finished_at = :now, file_path = null where job_id = :id")
                .bind("now", whole ? clock.instant() : null)
                .bind("id", id)
                .execute());
  }
}
