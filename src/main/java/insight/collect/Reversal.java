package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Job;
import insight.runtime.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes an import back, in one transaction: afterwards all is as if it had never been. What another
 * delivery brought too stays and passes to that one; later imports keep all of theirs. Of a product
 * that another delivery names too, the name first said stays. What was learned meanwhile
 * (snapshots, models) stays as it is, since it is evidence of what was known then.
 */
@ApplicationScoped
class Reversal {
  /** Writers of a source hold it shared, a reversal alone. */
  static final int LOCK = 7403;

  @Inject Jdbi jdbi;
  @Inject Jobs jobs;
  @Inject ImportRows rows;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<ImportReversed> reversed;

  /**
   * What went and what stayed.
   *
   * @param events rows of events that went
   * @param handedOver events that stay, since another delivery brought them too
   * @param customers customers of whom nothing is left
   */
  record Outcome(long events, long handedOver, long customers) {}

  /**
   * Refuses what cannot be taken back.
   *
   * @throws Refused when it runs still, was undone before, is being undone, or is older than
   *     lineage
   */
  void requirePossible(ImportRows.Row row, @Nullable Long byJob) {
    String name = row.fileName();
    if (jobs.find(row.jobId()).map(Job::state).filter(Job.State::open).isPresent()) {
      throw Refused.conflict("collect.reversal.running", name);
    }
    if (row.reversedAt() != null) {
      throw Refused.conflict("collect.reversal.done", name);
    }
    Long other = row.reversalId();
    if (other != null
        && !other.equals(byJob)
        && jobs.find(other).map(Job::state).filter(Job.State::open).isPresent()) {
      throw Refused.conflict("collect.reversal.under", name);
    }
    if (row.accepted() > 0 && !traceable(row)) {
      throw Refused.conflict("collect.reversal.old", name);
    }
  }

  private boolean traceable(ImportRows.Row row) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select exists (select from co_seen where import_id = :id)
                      or not exists (select from co_event where import_id = :id)""")
                .bind("id", Math.toIntExact(row.jobId()))
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Does it, in the caller's transaction.
   *
   * @param between called between the steps; may throw to give up, and nothing has changed
   */
  Outcome run(ImportRows.Row row, long job, String by, Runnable between) {
    requirePossible(row, job);
    return jdbi.withHandle(
        h -> {
          h.execute("select pg_advisory_xact_lock(?, ?)", LOCK, row.sourceId());
          ReversalStep step =
              new ReversalStep(h, Math.toIntExact(row.jobId()), row.sourceId(), between);
          long handedOver = handOver(step);
          NamedBefore.remember(step);
          long events =
              step.run("delete from co_event where source_id = :source and import_id = :id");
          step.run("delete from co_seen where source_id = :source and import_id = :id");
          step.run("delete from co_also where source_id = :source and import_id = :id");
          step.run(
              "update co_reject_record set mended_by = null, mended_at = null"
                  + " where mended_by = :id");
          NamedBefore.revive(step);
          NamedBefore.profiles(step);
          long customers = NamedBefore.customers(step);
          NamedBefore.products(step);
          rows.markReversed(row.jobId(), by);
          audit.record(
              by,
              Audit.Action.CHANGE,
              "import " + row.jobId(),
              null,
              Map.of("undone", row.fileName(), "events", events, "customers", customers));
          reversed.fire(new ImportReversed(row.sourceId(), row.jobId(), events));
          return new Outcome(events, handedOver, customers);
        });
  }

  /** Events that another delivery brought too become events of that one. */
  private long handOver(ReversalStep step) {
    long heirs =
        step.temporary(
            "heir",
            "id_hash uuid, was int, heir int, line int",
            """
            select distinct on (a.id_hash) a.id_hash, s.line as was, a.import_id as heir, a.line
            from co_also a join co_seen s on s.source_id = a.source_id and s.id_hash = a.id_hash
            where a.source_id = :source and s.import_id = :id
            order by a.id_hash, a.import_id""");
    if (heirs == 0) {
      return 0;
    }
    step.run(
        """
        update co_event e set import_id = nullif(heir.heir, 0), line = nullif(heir.line, 0)
        from heir where e.source_id = :source and e.import_id = :id and e.line = heir.was""");
    step.run(
        """
        update co_seen s set import_id = nullif(heir.heir, 0), line = nullif(heir.line, 0)
        from heir where s.source_id = :source and s.id_hash = heir.id_hash and s.import_id = :id""");
    step.run(
        """
        delete from co_also a using heir
        where a.source_id = :source and a.id_hash = heir.id_hash and a.import_id = heir.heir
          and a.import_id <> :id""");
    step.run(
        """
        update co_import i set accepted = i.accepted + n, duplicates = i.duplicates - n
        from (select heir, count(*) as n from heir group by heir) h
        where i.job_id = h.heir and i.source_id = :source and i.job_id <> :id""");
    step.h()
        .createQuery("select distinct heir from heir where heir > 0")
        .mapTo(Long.class)
        .list()
        .forEach(heir -> rows.tallyAgain(step.h(), heir));
    trackedToo(step);
    return heirs;
  }

  /** What tracking brought too was a duplicate there, and is none any more. */
  private void trackedToo(ReversalStep step) {
    long tracked =
        step.h().createQuery("select count(*) from heir where heir = 0").mapTo(Long.class).one();
    if (tracked > 0) {
      step.h()
          .createUpdate(
              """
              insert into co_tracked as t
                (source_id, day, slot, accepted, duplicates, rejected, dropped, masked)
              values (:source, :day, 0, :n, -:n, 0, 0, 0)
              on conflict (source_id, day, slot) do update
                set accepted = t.accepted + :n, duplicates = t.duplicates - :n""")
          .bind("source", step.source())
          .bind("day", EventStore.day(clock.instant()))
          .bind("n", tracked)
          .execute();
    }
  }
}
