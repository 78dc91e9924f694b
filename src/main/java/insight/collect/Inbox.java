package insight.collect;

import insight.privacy.Pseudonyms;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Takes events in: one transaction, the privacy rules first, then {@code co_seen}, then the rows.
 * What the receipt says is on the disk once the transaction has committed.
 */
@UseCase
public class Inbox {
  @Inject EventStore store;
  @Inject Deliveries deliveries;
  @Inject Pseudonyms pseudonyms;

  /**
   * What became of the events: accepted and new, of those masked by a privacy rule, dropped by one,
   * stored before.
   */
  public record Receipt(long accepted, long masked, long dropped, long duplicates) {}

  /** Stores what is new of these events of one source. */
  public Receipt accept(Source source, List<CustomerEvent> events) {
    return accept(source, events, 0);
  }

  /**
   * As above, and counts the messages of the same delivery that could not be read.
   *
   * @param rejected how many those were
   */
  public Receipt accept(Source source, List<CustomerEvent> events, int rejected) {
    EventBatch batch = new EventBatch();
    EventRows rows = new EventRows(source.id(), pseudonyms, batch);
    events.forEach(event -> rows.add(event, 0));
    Receipt receipt = store.append(source.id(), null, batch);
    deliveries.track(source.id(), receipt, rejected);
    return receipt;
  }
}
