package insight.collect;

import insight.privacy.Audit;
import insight.runtime.Chore;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes what is older than its source's retention, once a day. Identities stay, so that what was
 * deleted does not come back with the next delivery of the same file.
 */
@ApplicationScoped
public class Retention implements Chore {
  private static final Logger LOG = Logger.getLogger(Retention.class.getName());

  @Inject Jdbi jdbi;
  @Inject Audit audit;
  @Inject Transactions transactions;
  @Inject Clock clock;

  private record Due(int id, String name, int retentionDays) {}

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    for (Due source : transactions.inNew(this::due)) {
      transactions.doInNew(() -> delete(source));
    }
  }

  private List<Due> due() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select s.id, s.name, s.retention_days
                    from co_source s left join co_source_run r on r.source_id = s.id
                    where s.retention_days is not null
                      and (r.retained_on is null or r.retained_on < :today)""")
                .bind("today", today())
                .mapTo(Due.class)
                .list());
  }

  private LocalDate today() {
    return EventStore.day(clock.instant());
  }

  /** The row of the day is written first: another node waits for it, and finds the work done. */
  private void delete(Due source) {
    Instant before = clock.instant().minus(Duration.ofDays(source.retentionDays()));
    int first =
        jdbi.withHandle(
            h ->
                h.createUpdate(
                        """
                        insert into co_source_run as r (source_id, retained_on)
                        values (:id, :today)
                        on conflict (source_id) do update set retained_on = excluded.retained_on
                        where r.retained_on is distinct from excluded.retained_on""")
                    .bind("id", source.id())
                    .bind("today", today())
                    .execute());
    if (first == 0) {
      return;
    }
    int rows =
        jdbi.withHandle(
            h ->
                h.createUpdate(
                        "delete from co_event where source_id = :id and occurred_at < :before")
                    .bind("id", source.id())
                    .bind("before", before)
                    .execute());
    if (rows > 0) {
      audit.record(
          "portal",
          Audit.Action.ERASE,
          "source " + source.name(),
          null,
          Map.of(
              "retentionDays", source.retentionDays(), "before", before.toString(), "rows", rows));
      LOG.info("Retention: " + rows + " rows of source " + source.id() + " deleted");
    }
  }
}
