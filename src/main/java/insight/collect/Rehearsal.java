package insight.collect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Counts what an import would do, chunk by chunk, by the rules that {@link EventStore} follows, and
 * stores nothing: what a chunk would have stored is remembered for the next ones.
 */
final class Rehearsal {
  private final int sourceId;
  private final Screening screening;
  private final Cancellations cancellations;
  private final SeenHere here = new SeenHere();
  private final Set<String> cancelled = new HashSet<>();
  private final RejectGroups groups = new RejectGroups();
  private Tally tally = Tally.EMPTY;
  private long accepted;
  private long duplicates;
  private long rejected;
  private long dropped;
  private long masked;
  private long identical;
  private String encoding = "";

  Rehearsal(int sourceId, Screening screening, Cancellations cancellations) {
    this.sourceId = sourceId;
    this.screening = screening;
    this.cancellations = cancellations;
  }

  void take(Handle h, Chunk chunk) {
    Screening.Screened screened = screening.of(chunk.batch.rows());
    Set<UUID> offered = HashSet.newHashSet(screened.rows().size());
    screened.rows().forEach(row -> offered.add(row.idHash()));
    Set<UUID> fresh = fresh(h, offered);
    List<EventRow> rows = screened.rows().stream().filter(r -> fresh.contains(r.idHash())).toList();
    tally = tally.plus(afterCancellations(h, rows));
    accepted += fresh.size() + chunk.batch.facts().size();
    masked += screened.masked().stream().filter(fresh::contains).count();
    duplicates += offered.size() - fresh.size() + chunk.batch.repeats();
    dropped += screened.dropped();
    rejected += chunk.rejects.size();
    identical += chunk.identical;
    encoding = chunk.encoding;
    groups.add(chunk.rejects);
  }

  private Set<UUID> fresh(Handle h, Set<UUID> offered) {
    Set<UUID> known =
        offered.isEmpty()
            ? Set.of()
            : h.createQuery(
                    """
                    select id_hash from co_seen
                    where source_id = :source and id_hash = any(cast(:ids as uuid[]))""")
                .bind("source", sourceId)
                .bind("ids", offered.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .set();
    Set<UUID> fresh = HashSet.newHashSet(offered.size());
    for (UUID id : offered) {
      if (!known.contains(id) && here.add(id)) {
        fresh.add(id);
      }
    }
    return fresh;
  }

  /** A cancellation counts for the chunks behind it, as it would once it were stored. */
  private List<EventRow> afterCancellations(Handle h, List<EventRow> rows) {
    List<EventRow> marked = new ArrayList<>(rows.size());
    for (EventRow row : cancellations.applyEarlier(h, sourceId, rows)) {
      boolean off =
          row.saleClass() == SaleClass.SALE
              && row.order() != null
              && cancelled.contains(row.order());
      marked.add(off ? row.withClass(SaleClass.CANCELLED) : row);
    }
    rows.stream()
        .filter(r -> r.kind() == EventKind.ORDER_CANCELLED && r.order() != null)
        .forEach(r -> cancelled.add(r.order()));
    return marked;
  }

  /** As an import's job shows them, with {@code dryRun} and the groups of rejected lines. */
  Map<String, Object> counts() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dryRun", true);
    map.put("read", accepted + duplicates + rejected + dropped);
    map.put("accepted", accepted);
    map.put("duplicates", duplicates);
    map.put("rejected", rejected);
    map.put("dropped", dropped);
    map.put("masked", masked);
    map.put("identical", identical);
    map.put("classes", tally.counts());
    if (tally.first() != null && tally.last() != null) {
      map.put("first", tally.first().toString());
      map.put("last", tally.last().toString());
    }
    map.put("encoding", encoding);
    map.put("reasons", groups.json());
    return map;
  }
}
