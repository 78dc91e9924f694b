package insight.prepare;

import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Freezes earlier cut-offs of a training run with what came after each: features know nothing at or
 * after the cut-off, outcomes are of the days from it on. So a model can learn what foretold what.
 */
@UseCase
public class Origins {
  /** At a cut-off there must be as much history before it as there is to foretell. */
  private static final String FIRST_SALE =
      """
      select min(occurred_at) from co_event
      where kind = 7 and class = 1 and customer_key is not null""";

  private static final String OUTCOMES =
      """
      insert into pr_outcome (snapshot_id, person, orders)
      select f.snapshot_id, f.person, coalesce(o.orders, 0)
      from pr_feature_row f
      left join (
        select coalesce(p.person, e.customer_key) as person,
          count(distinct (e.source_id,
            coalesce(e.order_no, '@' || extract(epoch from e.occurred_at))))::int as orders
        from co_event e left join pr_person p on p.customer_key = e.customer_key
        where e.kind = 7 and e.class = 1 and e.customer_key is not null
          and e.occurred_at >= :at and e.occurred_at < :until
        group by 1) o on o.person = f.person
      where f.snapshot_id = :id and f.frequency > 0 order by f.person""";

  /** The features' hash and every outcome, in the order of the persons. */
  private static final String HASH =
      """
      update pr_snapshot s set outcome_days = :days, hash = encode(sha256(convert_to(
        s.hash || (select string_agg(o.person || ':' || o.orders, ',' order by o.person)
          from pr_outcome o where o.snapshot_id = s.id), 'UTF8')), 'hex')
      where s.id = :id""";

  @Inject Jdbi jdbi;
  @Inject Snapshots snapshots;

  /**
   * An earlier cut-off.
   *
   * @param days its outcomes are of so many days from the cut-off on
   */
  public record Origin(Snapshot.Header snapshot, int days) {}

  /**
   * The cut-offs that there is history for: {@code days} apart, the latest so that its outcomes end
   * at the run's own cut-off.
   *
   * @param most how many at most
   * @return the latest first; empty when the history is shorter than twice the days
   */
  public List<Instant> possible(Instant cutoff, int days, int most) {
    Optional<Instant> first =
        jdbi.withHandle(h -> h.createQuery(FIRST_SALE).mapTo(Instant.class).findOne());
    Duration step = Duration.ofDays(days);
    return first.stream()
        .flatMap(
            start ->
                java.util.stream.Stream.iterate(cutoff.minus(step), at -> at.minus(step))
                    .limit(most)
                    .takeWhile(at -> !at.minus(step).isBefore(start)))
        .toList();
  }

  /**
   * Freezes one cut-off of a run; a run that comes again gets what it froze before.
   *
   * @param ordinal from 1, the latest first
   */
  public Origin freeze(long run, int ordinal, Instant at, int days, Grant grant) {
    return find(run, ordinal)
        .orElseGet(
            () -> {
              Snapshot.Header frozen = snapshots.freezeOrigin(run, ordinal, at, grant);
              jdbi.useHandle(h -> outcomes(h, frozen.id(), at, days));
              return find(run, ordinal).orElseThrow();
            });
  }

  private static void outcomes(Handle h, long id, Instant at, int days) {
    h.createUpdate(OUTCOMES)
        .bind("id", id)
        .bind("at", at)
        .bind("until", at.plus(Duration.ofDays(days)))
        .execute();
    h.createUpdate(HASH).bind("id", id).bind("days", days).execute();
  }

  private record Row(long id, int outcomeDays) {}

  private Optional<Origin> find(long run, int ordinal) {
    return jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select id, outcome_days from pr_snapshot
                        where run_id = :run and ordinal = :ordinal""")
                    .bind("run", run)
                    .bind("ordinal", ordinal)
                    .mapTo(Row.class)
                    .findOne())
        .map(row -> new Origin(snapshots.required(row.id()), row.outcomeDays()));
  }

  /** All cut-offs of a run, the latest first. */
  public List<Origin> of(long run) {
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select id, outcome_days from pr_snapshot
                        where run_id = :run order by ordinal""")
                    .bind("run", run)
                    .mapTo(Row.class)
                    .list())
        .stream()
        .map(row -> new Origin(snapshots.required(row.id()), row.outcomeDays()))
        .toList();
  }
}
