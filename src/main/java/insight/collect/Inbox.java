package insight.collect;

import insight.privacy.Ledger;
import insight.privacy.Masks;
import insight.privacy.Pseudonyms;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

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
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * What became of the events: accepted and new, of those masked by a privacy rule, dropped by one,
   * stored before.
   */
  public record Receipt(long accepted, long masked, long dropped, long duplicates) {
    private Receipt and(Receipt other) {
      return new Receipt(
          accepted + other.accepted,
          masked + other.masked,
          dropped + other.dropped,
          duplicates + other.duplicates);
    }
  }

  /** Stores what is new of these events of one source. */
  public Receipt accept(Source source, List<CustomerEvent> events) {
    return acceptAll(source, List.of(new Parcel(events, 0, false))).getFirst();
  }

  /** Stores what several requests brought together, and says of each what became of it. */
  List<Receipt> acceptAll(Source source, List<Parcel> parcels) {
    EventBatch batch = new EventBatch();
    List<EventRows> unpacked = new ArrayList<>();
    List<CustomerEvent> named = new ArrayList<>();
    for (Parcel parcel : parcels) {
      EventRows rows =
          new EventRows(id -> pseudonyms.customer(source.id(), id), batch, parcel.withoutPerson());
      List<CustomerEvent> wanted = parcel.wanted();
      wanted.forEach(event -> rows.add(event, 0));
      unpacked.add(rows);
      if (!parcel.withoutPerson()) {
        named.addAll(wanted);
      }
    }
    List<EventRow> offered = List.copyOf(batch.rows());
    known.leaveOut(source.id(), batch);
    EventStore.Stored stored = store.store(source.id(), null, batch);
    links.keep(source.id(), named);
    List<Receipt> receipts = receipts(parcels, unpacked, offered, stored);
    deliveries.track(
        source.id(),
        receipts.stream().reduce(new Receipt(0, 0, 0, 0), Receipt::and),
        parcels.stream().mapToLong(Parcel::rejected).sum(),
        late(stored.fresh()));
    return receipts;
  }

  private List<Receipt> receipts(
      List<Parcel> parcels,
      List<EventRows> unpacked,
      List<EventRow> offered,
      EventStore.Stored stored) {
    Set<UUID> fresh = ids(stored.fresh(), row -> true);
    Set<UUID> forgotten =
        stored.receipt().dropped() == 0
            ? Set.of()
            : ids(offered, row -> row.customer() != null && ledger.holds(row.customer()));
    Set<UUID> masked = stored.receipt().masked() == 0 ? Set.of() : ids(offered, Inbox::hidesCard);
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      Parcel parcel = parcels.get(i);
      EventRows rows = unpacked.get(i);
      long accepted = count(rows.begun(), fresh::contains);
      long dropped = count(rows.begun(), forgotten::contains);
      receipts.add(
          new Receipt(
              accepted,
              count(
                  rows.begun(),
                  id -> fresh.contains(id) && (masked.contains(id) || rows.masked().contains(id))),
              dropped + parcel.events().size() - parcel.wanted().size(),
              rows.begun().size() - accepted - dropped + rows.repeats()));
    }
    return receipts;
  }

  private static boolean hidesCard(EventRow row) {
    return row.text() != null && !Masks.cards(row.text()).equals(row.text());
  }

  private static long count(List<UUID> ids, Predicate<UUID> which) {
    return ids.stream().filter(which).count();
  }

  private static Set<UUID> ids(List<EventRow> rows, Predicate<EventRow> which) {
    Set<UUID> ids = HashSet.newHashSet(rows.size());
    rows.stream().filter(which).forEach(row -> ids.add(row.idHash()));
    return ids;
  }

  private long late(List<EventRow> fresh) {
    Instant limit = clock.instant().minus(LATE);
    return ids(fresh, row -> row.occurredAt().isBefore(limit)).size();
  }
}
