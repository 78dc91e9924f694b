package insight.collect;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;

/** Counts what a source delivered, over all its imports and all it tracked. */
@UseCase
public class Deliveries {
  /** Rows a day's tracking is counted in, so that writers rarely wait for each other. */
  private static final int SLOTS = 16;

  @Inject Jdbi jdbi;
  @Inject Clock clock;

  /** {@code read = accepted + duplicates + rejected + dropped}; masked is a part of accepted. */
  public record Counts(long accepted, long duplicates, long rejected, long dropped, long masked) {
    public long read() {
      return accepted + duplicates + rejected + dropped;
    }
  }

  /** Adds what a tracking request brought, in the caller's transaction, last of all. */
  public void track(int sourceId, Inbox.Receipt receipt, long rejected, long late) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into co_tracked as t
                      (source_id, day, slot, accepted, duplicates, rejected, dropped, masked, late)
                    values (:source, :day, :slot, :accepted, :duplicates, :rejected, :dropped,
                      :masked, :late)
                    on conflict (source_id, day, slot) do update set
                      accepted = t.accepted + excluded.accepted,
                      duplicates = t.duplicates + excluded.duplicates,
                      rejected = t.rejected + excluded.rejected,
                      dropped = t.dropped + excluded.dropped,
                      masked = t.masked + excluded.masked,
                      late = t.late + excluded.late""")
                .bind("source", sourceId)
                .bind("day", EventStore.day(clock.instant()))
                .bind("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                .bindMap(
                    Map.of(
                        "accepted", receipt.accepted(),
                        "duplicates", receipt.duplicates(),
                        "rejected", rejected,
                        "dropped", receipt.dropped(),
                        "masked", receipt.masked(),
                        "late", late))
                .execute());
  }

  /** Of what a source's tracking brought: how much came more than a day after it happened. */
  public long late(int sourceId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select coalesce(sum(late), 0)::bigint from co_tracked where source_id = :source")
                .bind("source", sourceId)
                .mapTo(Long.class)
                .one());
  }

  /** All a source delivered so far. */
  public Counts of(int sourceId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select coalesce(sum(accepted), 0)::bigint as accepted,
                      coalesce(sum(duplicates), 0)::bigint as duplicates,
                      coalesce(sum(rejected), 0)::bigint as rejected,
                      coalesce(sum(dropped), 0)::bigint as dropped,
                      coalesce(sum(masked), 0)::bigint as masked
                    from (
                      select accepted, duplicates, rejected, dropped, masked from co_import
                      where source_id = :source and reversed_at is null
                      union all
                      select accepted, duplicates, rejected, dropped, masked from co_tracked
                      where source_id = :source) as deliveries""")
                .bind("source", sourceId)
                .mapTo(Counts.class)
                .one());
  }
}
