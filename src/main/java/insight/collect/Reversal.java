package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Job;
import insight.runtime.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
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
          Step step = new Step(h, Math.toIntExact(row.jobId()), row.sourceId(), between);
          long handedOver = handOver(step);
          remember(step);
          long events =
              step.run("delete from co_event where source_id = :source and import_id = :id");
          step.run("delete from co_seen where source_id = :source and import_id = :id");
          step.run("delete from co_also where source_id = :source and import_id = :id");
          revive(step);
          profiles(step);
          long customers = customers(step);
          products(step);
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

  /** Runs statements with the import's {@code :id}, {@code :source} bound. */
  private record Step(Handle h, int id, int source, Runnable between) {
    long run(String sql) {
      between.run();
      return h.createUpdate(sql)
          .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
          .bind("id", id)
          .bind("source", source)
          .execute();
    }

    /** Makes a table for this transaction, and fills it. */
    long temporary(String name, String columns, String select) {
      h.execute("create temp table " + name + " (" + columns + ") on commit drop");
      long found = run("insert into " + name + " " + select);
      h.execute("analyze " + name);
      return found;
    }

    boolean any(String sql) {
      return h.createQuery("select exists (" + sql + ")")
          .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
          .bind("id", id)
          .bind("source", source)
          .mapTo(Boolean.class)
          .one();
    }
  }

  /** Events that another delivery brought too become events of that one. */
  private long handOver(Step step) {
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
  private void trackedToo(Step step) {
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

  /** Whom and what the events that go are about. */
  private static void remember(Step step) {
    step.temporary(
        "gone_customer",
        "customer_key bigint",
        """
        select distinct customer_key from co_event
        where source_id = :source and import_id = :id and customer_key is not null""");
    step.temporary(
        "gone_cancellation",
        "order_no text",
        """
        select distinct order_no from co_event
        where source_id = :source and import_id = :id and kind = 8 and order_no is not null""");
  }

  /** Orders that only this import had cancelled are sales again. */
  private static void revive(Step step) {
    if (step.any("select from gone_cancellation")) {
      step.run(
          """
          update co_event e set class = 1 from gone_cancellation g
          where e.class = 6 and e.source_id = :source and e.order_no = g.order_no
            and not exists (select from co_event c
              where c.kind = 8 and c.source_id = :source and c.order_no = g.order_no)""");
    }
  }

  /** Each profile this import wrote becomes what it wrote over, also where others wrote over it. */
  private static void profiles(Step step) {
    for (String target : List.of("co_customer", "co_profile_before")) {
      step.run(
          """
          update %s t set profile_cipher = b.profile_cipher, profile_import = b.profile_import
          from co_profile_before b
          where b.import_id = :id and b.customer_key = t.customer_key and t.profile_import = :id"""
              .formatted(target));
      step.run(
          "update "
              + target
              + " set profile_cipher = null, profile_import = null"
              + " where profile_import = :id");
    }
    step.run("delete from co_profile_before where import_id = :id");
  }

  private static long customers(Step step) {
    long gone =
        step.run(
            """
            delete from co_customer c where c.source_id = :source and c.import_id = :id
              and not exists (select from co_event e where e.customer_key = c.customer_key)""");
    step.run(
        """
        delete from co_link l where l.source_id = :source
          and not exists (select from co_customer c where c.customer_key = l.to_key)""");
    step.run(
        """
        update co_customer c set
          import_id = case when c.import_id = :id then left_over.import_id else c.import_id end,
          first_seen = coalesce(left_over.first_seen, c.first_seen)
        from gone_customer g, lateral (
          select min(e.import_id) as import_id, min(e.occurred_at) as first_seen
          from co_event e where e.customer_key = g.customer_key) left_over
        where c.customer_key = g.customer_key and c.source_id = :source""");
    step.run(
        """
        update co_customer c set (country, country_import) = (
          select e.country, e.import_id from co_event e
          where e.customer_key = c.customer_key and e.country is not null
          order by e.event_id limit 1)
        where c.country_import = :id and c.source_id = :source""");
    return gone;
  }

  private static void products(Step step) {
    if (!step.any(
        """
        select from co_product where source_id = :source
          and :id in (import_id, name_import, category_import)""")) {
      return;
    }
    step.temporary(
        "still_sold",
        "product text, first int, later boolean",
        """
        select product, min(import_id) as first, bool_or(import_id > :id) as later from co_event
        where source_id = :source and product is not null group by product""");
    step.run(
        """
        delete from co_product p where p.source_id = :source and p.import_id = :id
          and not exists (select from still_sold s where s.product = p.product)""");
    for (String column : List.of("name", "category")) {
      step.run(
          """
          update co_product p set %1$s = null, %1$s_import = null
          where p.source_id = :source and p.%1$s_import = :id
            and not exists (select from still_sold s where s.product = p.product and s.later)"""
              .formatted(column));
    }
    step.run(
        """
        update co_product p set import_id = s.first from still_sold s
        where p.source_id = :source and p.import_id = :id and s.product = p.product""");
  }
}
