package insight.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The counts that an import's job shows: {@code read = accepted + duplicates + rejected + dropped}.
 */
record ImportCounts(ImportRows.Row row, Instant started, Instant now) {

  /** While it runs. */
  Map<String, Object> running() {
    Deliveries.Counts counts = row.counts();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("read", counts.read());
    map.put("accepted", counts.accepted());
    map.put("duplicates", counts.duplicates());
    map.put("rejected", counts.rejected());
    map.put("dropped", counts.dropped());
    map.put("masked", counts.masked());
    map.put("identical", row.identical());
    map.put("classes", row.tally().counts());
    Optional.ofNullable(row.firstEvent()).ifPresent(at -> map.put("first", at.toString()));
    Optional.ofNullable(row.lastEvent()).ifPresent(at -> map.put("last", at.toString()));
    Optional.ofNullable(row.encoding()).ifPresent(e -> map.put("encoding", e));
    long millis = Math.max(1, Duration.between(started, now).toMillis());
    map.put("rate", counts.read() * 1000 / millis);
    return map;
  }

  /** At the end, with how many different customers, orders and countries it brought. */
  Map<String, Object> ended(ImportRows.Spread spread) {
    Map<String, Object> map = running();
    map.put("customers", spread.customers());
    map.put("orders", spread.orders());
    map.put("countries", spread.countries());
    return map;
  }
}
