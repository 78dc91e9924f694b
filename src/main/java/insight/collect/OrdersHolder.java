package insight.collect;

import insight.kernel.CustomerKey;
import insight.privacy.Holder;
import insight.privacy.Ledger;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A person's rights in the register of orders, and in the numbers that stand for one person. */
@ApplicationScoped
class OrdersHolder implements Holder {
  @Inject Jdbi jdbi;
  @Inject Ledger ledger;

  private record Placed(String orderNo, @Nullable Instant at, @Nullable String status) {}

  @Override
  public Set<String> tables() {
    return Set.of("co_order", "co_same_customer");
  }

  @Override
  public JsonValue export(Person person) {
    JsonArrayBuilder orders = Json.array();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    select order_no, at, status from co_order where customer_key = any(:keys)
                      or customer_key in (select customer_key from co_same_customer
                        where person_key = any(:keys))
                    order by at, order_no""")
                .bind("keys", person.keyArray())
                .mapTo(Placed.class)
                .forEach(
                    order ->
                        orders.add(
                            Json.object()
                                .add("order", order.orderNo())
                                .add(
                                    "at",
                                    Json.value(order.at() == null ? null : order.at().toString()))
                                .add("status", Json.value(order.status())))));
    return orders.build();
  }

  @Override
  public Outcome forget(Person person) {
    numbers(person).forEach(number -> ledger.add(new CustomerKey(number)));
    long rows =
        jdbi.withHandle(
            h ->
                h.createUpdate(
                            """
                            delete from co_order where customer_key = any(:keys)
                              or customer_key in (select customer_key from co_same_customer
                                where person_key = any(:keys))""")
                        .bind("keys", person.keyArray())
                        .execute()
                    + h.createUpdate(
                            """
                            delete from co_same_customer
                            where customer_key = any(:keys) or person_key = any(:keys)""")
                        .bind("keys", person.keyArray())
                        .execute());
    return new Outcome("collect", rows);
  }

  /**
   * The person's other numbers are kept out as well: an order that names one brings nobody back.
   */
  private List<Long> numbers(Person person) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select customer_key from co_same_customer where person_key = any(:keys)")
                .bind("keys", person.keyArray())
                .mapTo(Long.class)
                .list());
  }
}
