package insight.it;

import insight.collect.CustomerEvent;
import insight.collect.CustomerEvent.Head;
import insight.collect.CustomerEvent.Item;
import insight.collect.CustomerEvent.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds events of a tiny shop. */
public final class ShopFixture {
  private ShopFixture() {}

  public static Head head(String id, String customer, Instant at) {
    return new Head(
        id,
        at,
        new Subject.ShopId(customer),
        Optional.empty(),
        Optional.of("GB"),
        Optional.of("en"));
  }

  /** An order of one piece of each product, at ten pounds each. */
  public static CustomerEvent order(String id, String customer, Instant at, String... products) {
    List<Item> lines =
        List.of(products).stream()
            .map(
                p ->
                    new Item(
                        p,
                        Optional.of("Product " + p),
                        Optional.of("Things"),
                        Optional.of(BigDecimal.TEN),
                        Optional.of(BigDecimal.ONE)))
            .toList();
    return new CustomerEvent.OrderPlaced(
        head("order-" + id, customer, at), id, "GBP", lines, Optional.empty());
  }

  public static CustomerEvent identified(String customer, String name, String email, Instant at) {
    return new CustomerEvent.Identified(
        head("identify-" + customer, customer, at),
        Optional.of(name),
        Optional.of(email),
        Optional.of("+44 1632 960417"));
  }

  public static CustomerEvent reviewed(String customer, String product, String text, Instant at) {
    return new CustomerEvent.Reviewed(
        head("review-" + customer + product, customer, at),
        product,
        java.util.OptionalInt.of(4),
        Optional.of(text));
  }
}
