package insight.collect;

import insight.runtime.UseCase;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Knows what the events span; asks the tables at most every few seconds. */
@UseCase
public class Coverages {
  static final Duration FRESH = Duration.ofSeconds(10);
  static final Duration FRESH_WHILE_QUIET = Duration.ofMinutes(2);

  @Inject Jdbi jdbi;
  @Inject Clock clock;

  private volatile @Nullable Known known;
  private volatile boolean changed;

  private record Known(Coverage coverage, Instant at) {}

  private record Span(@Nullable Instant first, @Nullable Instant newest) {}

  /** Remembers that there is something new; a little later it is looked at. */
  void onCollected(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsCollected event) {
    changed = true;
  }

  void onReversed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportReversed event) {
    changed = true;
  }

  public Coverage now() {
    Known last = known;
    Instant now = clock.instant();
    Duration fresh = changed ? FRESH : FRESH_WHILE_QUIET;
    boolean empty = last == null || last.coverage().newest().isEmpty();
    if (last != null && !(empty && changed) && now.isBefore(last.at().plus(fresh))) {
      return last.coverage();
    }
    changed = false;
    Coverage coverage = jdbi.withHandle(Coverages::read);
    known = new Known(coverage, now);
    return coverage;
  }

  private static Coverage read(Handle h) {
    Span span =
        h.createQuery(
                """
                select min(occurred_at) as first, max(occurred_at) as newest from co_event
                where source_id not in (select id from co_source where kind = 'portal')""")
            .mapTo(Span.class)
            .one();
    return new Coverage(
        Optional.ofNullable(span.first()),
        Optional.ofNullable(span.newest()),
        most(h, "country"),
        most(h, "currency").stream().findFirst());
  }

  /** The values of a column, the most frequent first. */
  private static List<String> most(Handle h, String column) {
    return h.createQuery(
            """
            select <column> from co_event where kind = 7 and <column> is not null
            group by <column> order by count(*) desc, <column>""")
        .define("column", column)
        .mapTo(String.class)
        .list();
  }
}
