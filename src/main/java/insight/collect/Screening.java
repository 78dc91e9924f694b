package insight.collect;

import insight.kernel.CustomerKey;
import insight.privacy.Ledger;
import insight.privacy.Masks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the privacy rules leave of rows: forgotten people are dropped, card numbers masked. */
@ApplicationScoped
class Screening {
  @Inject Ledger ledger;

  /**
   * What was left.
   *
   * @param masked the events in which something was masked
   * @param dropped how many events were dropped
   */
  record Screened(List<EventRow> rows, Set<UUID> masked, long dropped) {}

  Screened of(List<EventRow> rows) {
    List<EventRow> kept = new ArrayList<>(rows.size());
    Set<UUID> masked = new HashSet<>();
    Set<UUID> dropped = new HashSet<>();
    Map<CustomerKey, Boolean> forgotten = new HashMap<>();
    for (EventRow row : rows) {
      if (row.customer() != null && forgotten.computeIfAbsent(row.customer(), ledger::holds)) {
        dropped.add(row.idHash());
        continue;
      }
      String text = row.text();
      String safe = text == null ? null : Masks.cards(text);
      if (safe == null || safe.equals(text)) {
        kept.add(row);
      } else {
        masked.add(row.idHash());
        kept.add(row.withText(safe));
      }
    }
    return new Screened(kept, masked, dropped.size());
  }
}
