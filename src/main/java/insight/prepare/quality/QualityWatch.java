package insight.prepare.quality;

import insight.collect.Source;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.runtime.Chore;
import insight.runtime.Courtesy;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at a source's days again when an import, tracking, an undoing or a rule changed them. */
@ApplicationScoped
class QualityWatch implements Chore {
  private static final Duration TRACKED_EVERY = Duration.ofMinutes(10);
  private static final Duration TRACKED_BACK = Duration.ofDays(4);
  private static final Instant EVER = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-12-30T00:00:00Z");

  @Inject Jdbi jdbi;
  @Inject Sources sources;
  @Inject QualityChecks checks;
  @Inject Freshnesses freshnesses;
  @Inject Transactions transactions;
  @Inject Courtesy courtesy;
  @Inject Clock clock;

  private volatile Instant last = Instant.EPOCH;

  /** How far a source was looked at, and what there is now. */
  record State(
      @Nullable Long looked,
      @Nullable Instant lookedAt,
      @Nullable String lookedRules,
      long newest,
      boolean running,
      @Nullable Instant first,
      @Nullable Instant last,
      boolean tracked,
      String rules) {}

  @Override
  public Duration every() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run() {
    if (courtesy.waits(last)) {
      return;
    }
    last = clock.instant();
    for (Source source : transactions.inNew(sources::list)) {
      if (source.kind() != SourceKind.PORTAL) {
        transactions.doInNew(() -> look(source, false));
      }
    }
  }

  /**
   * Looks at what changed.
   *
   * @param all at everything, changed or not
   */
  void look(Source source, boolean all) {
    State state = state(source.id());
    Optional<QualityChecks.Span> span =
        all
            ? Optional.of(new QualityChecks.Span(EVER, NEVER))
            : span(state, clock.instant(), source.timeZone());
    if (span.isPresent() && mine(source.id())) {
      checks.run(source, span.get());
      freshnesses.keep(source);
      looked(source.id(), state);
    }
  }

  static Optional<QualityChecks.Span> span(State state, Instant now, ZoneId zone) {
    boolean nothing = state.newest() == 0 && !state.tracked();
    if (state.running() || nothing && state.looked() == null) {
      return Optional.empty();
    }
    if (state.looked() == null
        || state.lookedAt() == null
        || !state.rules().equals(state.lookedRules())) {
      return Optional.of(new QualityChecks.Span(EVER, NEVER));
    }
    boolean imported = state.newest() > state.looked() && state.first() != null;
    boolean due = state.tracked() && now.isAfter(state.lookedAt().plus(TRACKED_EVERY));
    if (!imported && !due) {
      return Optional.empty();
    }
    Instant from = due ? now.minus(TRACKED_BACK) : NEVER;
    Instant to = due ? now.plus(Duration.ofDays(2)) : EVER;
    if (imported && state.first() != null && state.last() != null) {
      Instant first = state.first().minus(Duration.ofDays(1));
      Instant last = state.last().plus(Duration.ofDays(2));
      from = first.isBefore(from) ? first : from;
      to = last.isAfter(to) ? last : to;
    }
    return Optional.of(new QualityChecks.Span(midnight(from, zone), midnight(to, zone)));
  }

  private static Instant midnight(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private State state(int sourceId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select l.import_id as looked, l.looked_at, l.rules as looked_rules,
                      coalesce(i.newest, 0) as newest, coalesce(i.running, false) as running,
                      i.first, i.last, coalesce(t.tracked, false) as tracked,
                      concat_ws('|', coalesce(r.rules, ''), i.reversed) as rules
                    from (select 1) one
                      left join pr_quality_look l on l.source_id = :source
                      left join lateral (
                        select max(job_id) as newest,
                          bool_or(exists (select from rt_job j
                            where j.id = job_id and j.state in ('queued', 'running'))) as running,
                          min(first_event) filter (
                            where job_id > coalesce(l.import_id, 0)) as first,
                          max(last_event) filter (
                            where job_id > coalesce(l.import_id, 0)) as last,
                          max(reversed_at)::text as reversed
                        from co_import where source_id = :source) i on true
                      left join lateral (
                        select true as tracked from co_tracked
                        where source_id = :source limit 1) t on true
                      left join lateral (
                        select string_agg(id || '.' || version, ',' order by id) as rules
                        from pr_rule where source_id = :source) r on true""")
                .bind("source", sourceId)
                .mapTo(State.class)
                .one());
  }

  /** Whether no other node looks at the source at this moment. */
  private boolean mine(int sourceId) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select pg_try_advisory_xact_lock(7114, :source)")
                .bind("source", sourceId)
                .mapTo(Boolean.class)
                .one());
  }

  private void looked(int sourceId, State state) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into pr_quality_look (source_id, import_id, looked_at, rules)
                    values (:source, :newest, :now, :rules)
                    on conflict (source_id) do update set import_id = excluded.import_id,
                      looked_at = excluded.looked_at, rules = excluded.rules""")
                .bind("source", sourceId)
                .bind("newest", state.newest())
                .bind("now", clock.instant())
                .bind("rules", state.rules())
                .execute());
  }
}
