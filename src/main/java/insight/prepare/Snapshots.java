package insight.prepare;

import insight.kernel.Refused;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Freezes training data and reads it again. */
@UseCase
public class Snapshots {
  static final int FETCH = 10_000;

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Event<SnapshotFrozen> frozen;

  /**
   * What to freeze.
   *
   * @param from nothing before it; empty: from the beginning
   * @param to nothing at or after it; empty: just after the newest sale
   */
  public record Request(Snapshot.Kind kind, Optional<Instant> from, Optional<Instant> to) {}

  /** What is known about a snapshot besides its header. */
  public record Remarks(long leftOut, long erased) {}

  private record Row(
      long id,
      String kind,
      Optional<Instant> fromAt,
      Instant cutoff,
      long rows,
      String hash,
      String definition,
      Optional<String> currency,
      Instant createdAt,
      String createdBy) {
    Snapshot.Header header() {
      Snapshot.Kind word = Snapshot.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
      return new Snapshot.Header(
          id, word, fromAt, cutoff, rows, hash, definition, currency, createdAt, createdBy);
    }
  }

  /**
   * Freezes under the grant, in one transaction. A job that comes again gets what it froze before.
   *
   * @param id the id of the job that asks
   * @throws Refused (unprocessable) when there is nothing to learn from
   */
  public Snapshot.Header freeze(long id, Request request, Grant grant) {
    return freeze(id, request, grant, step -> {});
  }

  /** As above; {@code told} hears the text key of each step before it begins, and may throw. */
  public Snapshot.Header freeze(long id, Request request, Grant grant, Consumer<String> told) {
    return header(id).orElseGet(() -> jdbi.withHandle(h -> freeze(h, id, request, grant, told)));
  }

  /** An earlier cut-off of a training run; {@link Origins} adds what came after it. */
  Snapshot.Header freezeOrigin(long run, int ordinal, Instant at, Grant grant) {
    Request request =
        new Request(Snapshot.Kind.CUSTOMER_FEATURES, Optional.empty(), Optional.of(at));
    return jdbi.withHandle(
        h -> {
          long id = h.createQuery("select nextval('rt_job_seq')").mapTo(Long.class).one();
          Snapshot.Header header = freeze(h, id, request, grant, step -> {}, Optional.of(run));
          h.execute("update pr_snapshot set ordinal = ? where id = ?", ordinal, id);
          return header;
        });
  }

  private Snapshot.Header freeze(
      Handle h, long id, Request request, Grant grant, Consumer<String> told) {
    return freeze(h, id, request, grant, told, Optional.empty());
  }

  private Snapshot.Header freeze(
      Handle h, long id, Request request, Grant grant, Consumer<String> told, Optional<Long> run) {
    Instant cutoff = cutoff(h, request).truncatedTo(ChronoUnit.MICROS);
    Cut cut = new Cut(h, id, request.from(), cutoff, grant);
    insertHeader(h, cut, request.kind(), run);
    Cut.Frozen made =
        switch (request.kind()) {
          case CUSTOMER_FEATURES -> new FeatureCut(cut, told, run.isEmpty()).freeze();
          case INTERACTIONS -> cut.interactions();
          case SERIES -> throw Refused.unprocessable("prepare.series.later");
        };
    if (made.rows() == 0) {
      throw nothing(request.kind());
    }
    finishHeader(h, id, made);
    if (run.isEmpty()) {
      frozen.fire(new SnapshotFrozen(id, request.kind(), made.rows()));
    }
    return required(id);
  }

  private static Refused nothing(Snapshot.Kind kind) {
    return kind == Snapshot.Kind.INTERACTIONS
        ? Refused.unprocessable("prepare.nothing.products")
        : Refused.unprocessable("prepare.nothing.sales");
  }

  /**
   * Looks, without freezing, whether the period holds anything of this kind.
   *
   * @throws Refused (unprocessable) when it does not
   */
  public void requireAnything(Request request) {
    boolean any =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select exists (select 1 from co_event
                          where kind = 7 and class = 1 and customer_key is not null
                            and (cast(:products as boolean) is false or product is not null)
                            and occurred_at < :cutoff and occurred_at >= :from)""")
                    .bind("products", request.kind() == Snapshot.Kind.INTERACTIONS)
                    .bind("cutoff", cutoff(h, request))
                    .bind("from", request.from().orElse(Instant.EPOCH))
                    .mapTo(Boolean.class)
                    .one());
    if (!any) {
      throw nothing(request.kind());
    }
  }

  /** The asked end, else just after the newest sale; without any sale, the newest event. */
  private static Instant cutoff(Handle h, Request request) {
    return request
        .to()
        .or(
            () ->
                h.createQuery(
                        """
                        select coalesce(max(occurred_at) filter (where kind = 7 and class = 1),
                          max(occurred_at)) from co_event""")
                    .mapTo(Instant.class)
                    .findOne()
                    .map(newest -> newest.plus(1, ChronoUnit.MICROS)))
        .orElseThrow(() -> Refused.unprocessable("prepare.nothing.events"));
  }

  private void insertHeader(Handle h, Cut cut, Snapshot.Kind kind, Optional<Long> run) {
    h.createUpdate(
            """
            insert into pr_snapshot (id, kind, from_at, cutoff, rows, hash, definition, created_at,
              created_by, run_id)
            values (:id, :kind, :from, :cutoff, 0, '', :definition, :now, :by, :run)""")
        .bind("run", run.orElse(null))
        .bind("id", cut.id())
        .bind("kind", kind.word())
        .bind("from", cut.from().orElse(null))
        .bind("cutoff", cut.cutoff())
        .bind("definition", SnapshotSql.definition(kind))
        .bind("now", clock.instant())
        .bind("by", cut.grant().caller().name())
        .execute();
  }

  private static void finishHeader(Handle h, long id, Cut.Frozen made) {
    h.createUpdate(
            """
            update pr_snapshot set rows = :rows, hash = :hash, left_out = :leftOut,
              currency = :currency where id = :id""")
        .bind("rows", made.rows())
        .bind("hash", made.hash())
        .bind("leftOut", made.leftOut())
        .bind("currency", made.currency().orElse(null))
        .bind("id", id)
        .execute();
  }

  public Optional<Snapshot.Header> header(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from pr_snapshot where id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .map(Row::header)
                .findOne());
  }

  public Snapshot.Header required(long id) {
    return header(id)
        .orElseThrow(() -> Refused.notFound("prepare.snapshot.unknown", String.valueOf(id)));
  }

  /** The newest snapshots, newest first. */
  public List<Snapshot.Header> newest(int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select * from pr_snapshot where run_id is null order by id desc limit :limit")
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::header)
                .list());
  }

  /** The newest snapshot of a kind. */
  public Optional<Snapshot.Header> newest(Snapshot.Kind kind) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select * from pr_snapshot where kind = :kind and run_id is null"
                        + " order by created_at desc, id desc limit 1")
                .bind("kind", kind.word())
                .mapTo(Row.class)
                .map(Row::header)
                .findOne());
  }

  /** What was left out when it was frozen, and what forgetting took since. */
  public Remarks remarks(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select left_out, erased from pr_snapshot where id = :id")
                .bind("id", id)
                .mapTo(Remarks.class)
                .findOne()
                .orElseThrow(
                    () -> Refused.notFound("prepare.snapshot.unknown", String.valueOf(id))));
  }

  /** The whole snapshot, ordered by person (and product). */
  public Snapshot read(long id) {
    Snapshot.Header header = required(id);
    return switch (header.kind()) {
      case CUSTOMER_FEATURES ->
          new Snapshot.CustomerFeatures(
              header,
              rows(
                  "select * from pr_customer_features where snapshot_id = :id order by person",
                  id,
                  Snapshot.CustomerFeatures.Customer.class));
      case INTERACTIONS ->
          new Snapshot.Interactions(
              header,
              rows(
                  """
                  select * from pr_interaction where snapshot_id = :id
                  order by person, product collate "C\"""",
                  id,
                  Snapshot.Interactions.Bought.class));
      case SERIES -> throw Refused.unprocessable("prepare.series.later");
    };
  }

  private <T> List<T> rows(String sql, long id, Class<T> type) {
    return jdbi.withHandle(
        h -> h.createQuery(sql).bind("id", id).setFetchSize(FETCH).mapTo(type).list());
  }
}
