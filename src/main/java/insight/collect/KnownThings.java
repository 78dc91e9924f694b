package insight.collect;

import insight.collect.EventBatch.NewCustomer;
import insight.collect.EventBatch.NewProduct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a small batch the customers and products of which it says nothing new. Asked by
 * reading: an insert that meets a known row locks it, and requests about the same product would
 * wait for each other's commit.
 */
@ApplicationScoped
class KnownThings {
  @Inject Jdbi jdbi;

  private record Product(String product, boolean named, boolean categorised) {}

  private record Customer(long customerKey, boolean placed, Instant firstSeen) {}

  /** What is known cannot be undone before the caller's transaction ends. */
  void leaveOut(int sourceId, EventBatch batch) {
    jdbi.useHandle(
        h -> h.execute("select pg_advisory_xact_lock_shared(?, ?)", Reversal.LOCK, sourceId));
    if (!batch.products().isEmpty()) {
      leaveOutProducts(sourceId, batch);
    }
    if (!batch.customers().isEmpty()) {
      leaveOutCustomers(batch);
    }
  }

  private void leaveOutProducts(int sourceId, EventBatch batch) {
    Map<String, Product> known = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    select product, name is not null as named, category is not null as categorised
                    from co_product
                    where source_id = :source and product = any(cast(:products as text[]))""")
                .bind("source", sourceId)
                .bind(
                    "products",
                    batch.products().stream()
                        .map(NewProduct::product)
                        .distinct()
                        .toArray(String[]::new))
                .map(
                    (row, c) -> new Product(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .forEach(p -> known.put(p.product(), p)));
    batch.products().removeIf(said -> nothingNew(said, known.get(said.product())));
  }

  private static boolean nothingNew(NewProduct said, @Nullable Product known) {
    return known != null
        && (known.named() || said.name().isEmpty())
        && (known.categorised() || said.category().isEmpty());
  }

  private void leaveOutCustomers(EventBatch batch) {
    Map<Long, Instant> first = NamedThings.firstSeen(batch.rows());
    Map<Long, Customer> known = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    select customer_key, country is not null as placed, first_seen
                    from co_customer where customer_key = any(cast(:keys as bigint[]))""")
                .bind("keys", first.keySet().toArray(Long[]::new))
                .map(
                    (row, c) ->
                        new Customer(
                            row.getLong(1), row.getBoolean(2), row.getTimestamp(3).toInstant()))
                .forEach(c -> known.put(c.customerKey(), c)));
    batch
        .customers()
        .removeIf(
            said -> nothingNew(said, known.get(said.key().value()), first.get(said.key().value())));
  }

  private static boolean nothingNew(
      NewCustomer said, @Nullable Customer known, @Nullable Instant first) {
    return known != null
        && said.profile().isEmpty()
        && (known.placed() || said.country().isEmpty())
        && (first == null || !first.isBefore(known.firstSeen()));
  }
}
