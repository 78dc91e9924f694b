package insight.monitor;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How data goes from stage to stage: what each brought, how quickly, what went wrong, how old it
 * is.
 */
@UseCase
public class Pipeline {
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  /** What ended badly and waits for a person: rejected lines of an import, or a job. */
  public sealed interface Stuck {
    Instant at();

    /** Lines of a file that were not taken and not mended since. */
    record Lines(long importId, String file, String source, long lines, Instant at)
        implements Stuck {}

    /** A job that failed or was interrupted, and was not run again. */
    record Work(long job, String title, String state, Instant at) implements Stuck {}
  }

  private record Row(
      long amount, @Nullable Double perSecond, long errors, long waiting, @Nullable Instant last) {
    Lane lane(Lane.Name name) {
      return new Lane(
          name,
          amount,
          perSecond == null ? OptionalDouble.empty() : OptionalDouble.of(perSecond),
          errors,
          waiting,
          Optional.ofNullable(last));
    }
  }

  private record LinesRow(long importId, String file, String source, long lines, Instant at) {}

  private record WorkRow(long job, String title, String state, Instant at) {}

  /** Jobs of some kinds in the window, as {@code jobs}. */
  private static final String JOBS =
      """
      with jobs as (
        select state, counts, finished_at,
          extract(epoch from finished_at - started_at)::float8 as seconds
        from rt_job where kind in (<kinds>)
          and (finished_at >= :since or state in ('queued', 'running')))
      """;

  private static final String COLLECT =
      JOBS
          + """
          , delivered as (
            select sum(accepted) as accepted, sum(rejected) as rejected from (
              select accepted, rejected from co_import
              where created_at >= :since and reversed_at is null
              union all
              select accepted, rejected from co_tracked
              where day >= (cast(:since as timestamptz) at time zone 'UTC')::date) d)
          select coalesce((select accepted from delivered), 0)::bigint as amount,
            (select sum(i.accepted) / nullif(sum(extract(epoch from j.finished_at - j.started_at)), 0)
              from co_import i join rt_job j on j.id = i.job_id
              where j.state = 'succeeded' and j.finished_at >= :since)::float8 as per_second,
            coalesce((select rejected from delivered), 0)::bigint
              + (select count(*) from jobs where state = 'failed') as errors,
            (select count(*) from jobs where state in ('queued', 'running')) as waiting,
            greatest(
              (select max(finished_at) from co_import where finished_at is not null),
              (select max(day)::timestamp at time zone 'UTC' from co_tracked where accepted > 0))
              as last""";

  private static final String PREPARE =
      JOBS
          + """
          select coalesce((select sum(rows) from pr_snapshot where created_at >= :since), 0)::bigint
              as amount,
            (select sum((counts ->> 'rows')::float8) / nullif(sum(seconds), 0) from jobs
              where state = 'succeeded' and counts -> 'rows' is not null) as per_second,
            (select count(*) from jobs where state = 'failed') as errors,
            (select count(*) from jobs where state in ('queued', 'running')) as waiting,
            (select max(created_at) from pr_snapshot) as last""";

  private static final String TRAIN =
      JOBS
          + """
          select (select count(*) from jobs where state = 'succeeded') as amount,
            cast(null as float8) as per_second,
            (select count(*) from jobs where state = 'failed') as errors,
            (select count(*) from jobs where state in ('queued', 'running')) as waiting,
            (select max(finished_at) from rt_job where kind in (<kinds>) and state = 'succeeded')
              as last""";

  private static final String PREDICT =
      """
      select count(*) filter (where state = 'live') as amount, cast(null as float8) as per_second,
        0::bigint as errors, 0::bigint as waiting, max(live_from) as last
      from tr_model where :since is not null""";

  /** All lanes over a window that ends now. */
  public List<Lane> lanes(Duration window) {
    Instant since = clock.instant().minus(window);
    return jdbi.withHandle(
        h ->
            List.of(
                lane(h, Lane.Name.COLLECT, COLLECT, since, "import", "reversal", "dry-run"),
                lane(h, Lane.Name.PREPARE, PREPARE, since, "freeze"),
                lane(h, Lane.Name.TRAIN, TRAIN, since, "train"),
                lane(h, Lane.Name.PREDICT, PREDICT, since, "score")));
  }

  private static Lane lane(Handle h, Lane.Name name, String sql, Instant since, String... kinds) {
    return h.createQuery(sql)
        .defineList("kinds", List.of(kinds).stream().map(k -> "'" + k + "'").toList())
        .bind("since", since)
        .mapTo(Row.class)
        .one()
        .lane(name);
  }

  /** What waits for a person, the newest first. */
  public List<Stuck> stuck(int limit) {
    return jdbi.withHandle(
        h ->
            Stream.<Stuck>concat(
                    h
                        .createQuery(
                            """
                            select r.import_id, i.file_name as file, s.name as source,
                              count(distinct r.line) as lines, max(i.created_at) as at
                            from co_reject r
                              join co_import i on i.job_id = r.import_id and i.reversed_at is null
                              join co_source s on s.id = i.source_id
                              left join co_reject_record m
                                on m.import_id = r.import_id and m.line = r.line
                            where m.mended_at is null
                            group by r.import_id, i.file_name, s.name
                            order by at desc limit :limit""")
                        .bind("limit", limit)
                        .mapTo(LinesRow.class)
                        .stream()
                        .map(r -> new Stuck.Lines(r.importId, r.file, r.source, r.lines, r.at)),
                    h
                        .createQuery(
                            """
                            select id as job, title, state, finished_at as at from rt_job
                            where state in ('failed', 'interrupted') and finished_at is not null
                            order by finished_at desc limit :limit""")
                        .bind("limit", limit)
                        .mapTo(WorkRow.class)
                        .stream()
                        .map(r -> new Stuck.Work(r.job, r.title, r.state, r.at)))
                .sorted(Comparator.comparing(Stuck::at).reversed())
                .limit(limit)
                .toList());
  }
}
