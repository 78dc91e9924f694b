package insight.collect;

import insight.kernel.CustomerKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Rows on their way into the store, with the customers and products they name for the first time.
 */
final class EventBatch {
  /** A customer as a source names one; the store keeps id and profile encrypted. */
  record NewCustomer(
      CustomerKey key, String shopId, Optional<String> country, Optional<String> profile) {}

  /** What a source said about a product; the first name wins. */
  record NewProduct(String product, Optional<String> name, Optional<String> category) {}

  private final List<EventRow> rows = new ArrayList<>();
  private final List<NewCustomer> customers = new ArrayList<>();
  private final List<NewProduct> products = new ArrayList<>();
  private final Set<UUID> events = new HashSet<>();
  private final List<Fact> facts = new ArrayList<>();
  private long repeats;

  /**
   * Begins an event; its rows are added next.
   *
   * @return false when the batch holds it already (sent twice in one delivery): it counts as a
   *     duplicate, and its rows must not be added
   */
  boolean begin(UUID idHash) {
    boolean fresh = events.add(idHash);
    if (!fresh) {
      repeats++;
    }
    return fresh;
  }

  void add(EventRow row) {
    rows.add(row);
  }

  void add(NewCustomer customer) {
    customers.add(customer);
  }

  void add(NewProduct product) {
    products.add(product);
  }

  void add(Fact fact) {
    facts.add(fact);
  }

  List<Fact> facts() {
    return facts;
  }

  List<EventRow> rows() {
    return rows;
  }

  List<NewCustomer> customers() {
    return customers;
  }

  List<NewProduct> products() {
    return products;
  }

  /** Events that the batch held already when they were begun. */
  long repeats() {
    return repeats;
  }
}
