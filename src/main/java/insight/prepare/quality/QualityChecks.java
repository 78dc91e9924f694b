package insight.prepare.quality;

import insight.collect.Canonical;
import insight.collect.Source;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.CleaningRules;
import insight.prepare.cleaning.StoredValues;
import insight.prepare.cleaning.Target;
import insight.prepare.cleaning.Trials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** Runs the checks over a source's stored rows, day by day, in the caller's transaction. */
@ApplicationScoped
class QualityChecks {
  private static final int SECONDS = 600;

  @Inject Jdbi jdbi;
  @Inject CleaningRules rules;
  @Inject Trials trials;

  /** What to look at: whole days of the source's zone, the end not included. */
  record Span(Instant from, Instant to) {}

  /** What one check found on one day. */
  record DayCount(LocalDate day, long checked, long failed) {}

  /** Looks at the days anew. */
  void run(Source source, Span span) {
    jdbi.useHandle(
        h -> {
          clear(h, source, span);
          rows(h, source, span);
          repeats(h, source, span);
          lateness(h, source, span);
          rules(h, source, span);
          rejects(h, source);
          volume(h, source);
        });
  }

  private static void clear(Handle h, Source source, Span span) {
    h.createUpdate(
            """
            delete from pr_quality where source_id = :source and dimension <> 'freshness'
              and (dimension = 'volume' or field = 'line' or field like 'rule:%'
                or day >= (cast(:from as timestamptz) at time zone :zone)::date
                  and day < (cast(:to as timestamptz) at time zone :zone)::date)""")
        .bind("source", source.id())
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("zone", source.timeZone().getId())
        .execute();
  }

  /** All checks of single rows, and the rows of each day, in one pass. */
  private static void rows(Handle h, Source source, Span span) {
    List<CheckSql.Check> checks = CheckSql.checks(StoredValues.currency(source));
    StringBuilder counts = new StringBuilder();
    for (int i = 0; i < checks.size(); i++) {
      CheckSql.Check check = checks.get(i);
      counts
          .append(", count(*) filter (where " + check.rows() + ") as c" + i)
          .append(
              ", count(*) filter (where ("
                  + check.rows()
                  + ") and ("
                  + check.fails()
                  + ")) as f"
                  + i);
    }
    String each =
        java.util.stream.IntStream.range(0, checks.size())
            .mapToObj(
                i ->
                    "('%s', '%s', c%d, f%d)"
                        .formatted(
                            checks.get(i).finding().dimension().word(),
                            checks.get(i).finding().field(),
                            i,
                            i))
            .collect(Collectors.joining(", "));
    bound(
            h,
            """
            with days as materialized (
              select (occurred_at at time zone :zone)::date as day"""
                + counts
                + """
                 from co_event e where source_id = :source
                  and occurred_at >= cast(:from as timestamptz) and occurred_at < cast(:to as timestamptz)
                group by 1)
              insert into pr_quality (source_id, dimension, field, day, checked, failed)
              select :source, v.dimension, v.field, day, v.checked, v.failed
              from days, lateral (values """
                + each
                + """
                ) as v (dimension, field, checked, failed)
              where v.checked > 0""",
            source,
            span)
        .execute();
  }

  private static void repeats(Handle h, Source source, Span span) {
    bound(
            h,
            """
            insert into pr_quality (source_id, dimension, field, day, checked, failed)
            select :source, 'uniqueness', '', day, sum(n), sum(n - 1) from (
              select (occurred_at at time zone :zone)::date as day, count(*) as n
              from co_event e where source_id = :source
                and occurred_at >= cast(:from as timestamptz)
                and occurred_at < cast(:to as timestamptz)
              group by <same>) g group by day""",
            source,
            span)
        .define("same", CheckSql.SAME)
        .execute();
  }

  private static void lateness(Handle h, Source source, Span span) {
    bound(
            h,
            CheckSql.MARKS
                + """
                insert into pr_quality (source_id, dimension, field, day, checked, failed)
                select :source, 'lateness', '', (occurred_at at time zone :zone)::date, count(*),
                  count(*) filter (where <late>)
                from co_event e left join marks m on m.job_id = e.import_id
                where e.source_id = :source and occurred_at >= cast(:from as timestamptz)
                  and occurred_at < cast(:to as timestamptz)
                group by 4""",
            source,
            span)
        .define("late", CheckSql.LATE)
        .execute();
  }

  /** The source's own checks, over all its stored values. */
  private void rules(Handle h, Source source, Span span) {
    for (CleaningRule rule : rules.of(source.id())) {
      if (rule.active()
          && RuleFinding.stored(rule)
          && rule.target() instanceof Target.Of(Canonical field)) {
        StoredValues.Stored stored =
            StoredValues.stored(field, StoredValues.currency(source)).orElseThrow();
        bound(
                h,
                """
                insert into pr_quality (source_id, dimension, field, day, checked, failed)
                select :source, 'validity', cast(:rule as text), (occurred_at at time zone :zone)::date,
                  count(*), count(*) filter (where (<value>) = any(:values))
                from co_event e where source_id = :source and <rows> and (<value>) is not null
                group by 4""",
                source,
                span)
            .define("value", stored.value())
            .define("rows", stored.rows())
            .bind("rule", Finding.RULE + rule.id())
            .bindArray("values", String.class, trials.failing(source, field, rule.rule()))
            .execute();
      }
    }
  }

  /** Lines that imports kept apart, on the day they came. */
  private static void rejects(Handle h, Source source) {
    h.createUpdate(
            """
            insert into pr_quality (source_id, dimension, field, day, checked, failed)
            select source_id, 'validity', 'line', (created_at at time zone :zone)::date,
              sum(lines_read), sum(rejected)
            from co_import where source_id = :source and reversed_at is null
            group by 1, 4 having sum(lines_read) > 0""")
        .bind("source", source.id())
        .bind("zone", source.timeZone().getId())
        .execute();
  }

  /** Rows a day against what its weekday usually brings; the newest day may not be over yet. */
  private static void volume(Handle h, Source source) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    h.createQuery(
            """
            select day, checked, 0::bigint as failed from pr_quality
            where source_id = :source and dimension = 'uniqueness' order by day""")
        .bind("source", source.id())
        .mapTo(DayCount.class)
        .forEach(d -> days.put(d.day(), d.checked()));
    if (days.size() > 1) {
      days.remove(days.lastKey());
    }
    List<Volume> volumes = new ArrayList<>(Volume.of(days));
    if (volumes.isEmpty()) {
      return;
    }
    var batch =
        h.prepareBatch(
            """
            insert into pr_quality (source_id, dimension, field, day, checked, failed, low, high)
            values (:source, 'volume', '', :day, :rows, :off, :low, :high)""");
    for (Volume v : volumes) {
      batch
          .bind("source", source.id())
          .bind("day", v.day())
          .bind("rows", v.rows())
          .bind("off", v.off())
          .bind("low", v.low())
          .bind("high", v.high())
          .add();
    }
    batch.execute();
  }

  private static org.jdbi.v3.core.statement.Update bound(
      Handle h, String sql, Source source, Span span) {
    return h.createUpdate(sql)
        .configure(SqlStatements.class, c -> c.setUnusedBindingAllowed(true))
        .bind("source", source.id())
        .bind("zone", source.timeZone().getId())
        .bind("from", span.from())
        .bind("to", span.to())
        .setQueryTimeout(SECONDS);
  }
}
