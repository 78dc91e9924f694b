package insight.collect;

import insight.privacy.Pseudonyms;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes events in: one transaction, the privacy rules first, then {@code co_seen}, then the rows.
 * What the receipt says is on the disk once the transaction has committed.
 */
@UseCase
public class Inbox {
  /** What comes so long after it happened is counted as late. */
  static final Duration LATE = Duration.ofDays(1);

  @Inject EventStore store;
  @Inject KnownThings known;
  @Inject Links links;
  @Inject Deliveries deliveries;
  @Inject Pseudonyms pseudonyms;
  @Inject Clock clock;

  /**
   * What became of the events: accepted and new, of those masked by a privacy rule, dropped by one,
   * stored before.
   */
  public record Receipt(long accepted, long masked, long dropped, long duplicates) {
    Receipt and(long alsoMasked, long alsoDropped) {
      return new Receipt(accepted, masked + alsoMasked, dropped + alsoDropped, duplicates);
    }
  }

  /** Stores what is new of these events of one source. */
  public Receipt accept(Source source, List<CustomerEvent> events) {
    return accept(source, events, 0, false);
  }

  /**
   * As above, and counts the messages of the same delivery that could not be read.
   *
   * @param rejected how many those were
   * @param withoutPerson the person forbade to be followed (Global Privacy Control): what happened
   *     is kept without whom, session and free text; what is only about the person is dropped
   */
  public Receipt accept(
      Source source, List<CustomerEvent> events, int rejected, boolean withoutPerson) {
    List<CustomerEvent> wanted =
        withoutPerson ? events.stream().filter(e -> !onlyAboutPerson(e)).toList() : events;
    EventBatch batch = new EventBatch();
    EventRows rows =
        new EventRows(id -> pseudonyms.customer(source.id(), id), batch, withoutPerson);
    wanted.forEach(event -> rows.add(event, 0));
    known.leaveOut(source.id(), batch);
    EventStore.Stored stored = store.store(source.id(), null, batch);
    if (!withoutPerson) {
      links.keep(source.id(), wanted);
    }
    Receipt receipt =
        stored.receipt().and(masked(rows.masked(), stored.fresh()), events.size() - wanted.size());
    deliveries.track(source.id(), receipt, rejected, late(stored.fresh()));
    return receipt;
  }

  private static boolean onlyAboutPerson(CustomerEvent event) {
    return event instanceof CustomerEvent.Identified
        || event instanceof CustomerEvent.Aliased
        || event instanceof CustomerEvent.Custom custom && custom.name().equals("group");
  }

  /** Those masked here; one whose text was masked too is counted by the store already. */
  private static long masked(Set<UUID> masked, List<EventRow> fresh) {
    return masked.isEmpty()
        ? 0
        : fresh.stream()
            .filter(r -> masked.contains(r.idHash()))
            .filter(r -> r.text() == null || r.text().indexOf('•') < 0)
            .map(EventRow::idHash)
            .distinct()
            .count();
  }

  private long late(List<EventRow> fresh) {
    Instant limit = clock.instant().minus(LATE);
    return fresh.stream()
        .filter(r -> r.occurredAt().isBefore(limit))
        .map(EventRow::idHash)
        .distinct()
        .count();
  }
}
