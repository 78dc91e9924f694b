package insight.collect;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the rule that lines of a cancelled order are no sales, whichever came first: the order or
 * its cancellation.
 */
@ApplicationScoped
class Cancellations {
  private static final int LOCK = 7402;

  /**
   * A delivery with a cancellation waits for those with orders of the same source, and they for it;
   * orders alone do not wait for each other. Without it, an order and its cancellation that arrive
   * at the same moment would not see each other.
   */
  void lock(Handle h, int sourceId, List<EventRow> rows) {
    boolean cancels = rows.stream().anyMatch(r -> r.kind() == EventKind.ORDER_CANCELLED);
    boolean sells = rows.stream().anyMatch(r -> r.saleClass() == SaleClass.SALE);
    if (cancels) {
      h.execute("select pg_advisory_xact_lock(?, ?)", LOCK, sourceId);
    } else if (sells) {
      h.execute("select pg_advisory_xact_lock_shared(?, ?)", LOCK, sourceId);
    }
  }

  /** Marks lines whose order was cancelled before, or is in the same delivery. */
  List<EventRow> applyEarlier(Handle h, int sourceId, List<EventRow> rows) {
    Set<String> orders = new HashSet<>();
    Set<String> cancelled = new HashSet<>();
    for (EventRow row : rows) {
      if (row.order() != null && row.saleClass() == SaleClass.SALE) {
        orders.add(row.order());
      } else if (row.order() != null && row.kind() == EventKind.ORDER_CANCELLED) {
        cancelled.add(row.order());
      }
    }
    cancelled.addAll(earlier(h, sourceId, orders));
    if (cancelled.isEmpty()) {
      return rows;
    }
    return rows.stream()
        .map(
            r ->
                r.saleClass() == SaleClass.SALE && cancelled.contains(r.order())
                    ? r.withClass(SaleClass.CANCELLED)
                    : r)
        .toList();
  }

  private static Set<String> earlier(Handle h, int sourceId, Set<String> orders) {
    if (orders.isEmpty() || !any(h, sourceId)) {
      return Set.of();
    }
    return Set.copyOf(
        h.createQuery(
                """
                select distinct order_no from co_event
                where kind = 8 and source_id = :source and order_no = any(:orders)""")
            .bind("source", sourceId)
            .bind("orders", orders.toArray(String[]::new))
            .mapTo(String.class)
            .list());
  }

  private static boolean any(Handle h, int sourceId) {
    return h.createQuery(
            "select exists (select 1 from co_event where kind = 8 and source_id = :source)")
        .bind("source", sourceId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Marks lines stored before whose order these rows cancel. */
  void applyToStored(Handle h, int sourceId, List<EventRow> rows) {
    String[] cancelled =
        rows.stream()
            .filter(r -> r.kind() == EventKind.ORDER_CANCELLED && r.order() != null)
            .map(EventRow::order)
            .distinct()
            .toArray(String[]::new);
    if (cancelled.length > 0) {
      h.createUpdate(
              """
              update co_event set class = 6
              where class = 1 and source_id = :source and order_no = any(:orders)""")
          .bind("source", sourceId)
          .bind("orders", cancelled)
          .execute();
    }
  }
}
