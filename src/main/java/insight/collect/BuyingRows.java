package insight.collect;

import insight.collect.CustomerEvent.Buying;
import insight.runtime.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Fills the row of a step on the way to a paid order. */
final class BuyingRows {
  private BuyingRows() {}

  static EventKind kind(Buying event) {
    return switch (event) {
      case CustomerEvent.CheckoutStarted e -> EventKind.CHECKOUT_STARTED;
      case CustomerEvent.CheckoutStep e -> EventKind.CHECKOUT_STEP;
      case CustomerEvent.OrderUpdated e -> EventKind.ORDER_UPDATED;
      case CustomerEvent.OrderCancelled e -> EventKind.ORDER_CANCELLED;
      case CustomerEvent.Paid e -> EventKind.PAID;
      case CustomerEvent.CouponApplied e -> EventKind.COUPON_APPLIED;
      case CustomerEvent.CouponDenied e -> EventKind.COUPON_DENIED;
      case CustomerEvent.CouponRemoved e -> EventKind.COUPON_REMOVED;
    };
  }

  /**
   * @param safe masks what looks like a card number
   */
  static EventRow.Builder fill(EventRow.Builder row, Buying event, UnaryOperator<String> safe) {
    return switch (event) {
      case CustomerEvent.CheckoutStarted e -> row.order(e.order().orElse(null));
      case CustomerEvent.CheckoutStep e -> step(row, e, safe);
      case CustomerEvent.OrderUpdated e -> updated(row, e);
      case CustomerEvent.OrderCancelled e -> row.order(e.order());
      case CustomerEvent.Paid e ->
          row.order(e.order().orElse(null))
              .method(safe.apply(e.method()))
              .amount(EventRows.minor(e.amount(), e.currency()), e.currency());
      case CustomerEvent.CouponApplied e -> coupon(row, e.coupon(), e.order(), safe);
      case CustomerEvent.CouponDenied e ->
          coupon(row, e.coupon(), e.order(), safe).method(e.reason().map(safe).orElse(null));
      case CustomerEvent.CouponRemoved e -> coupon(row, e.coupon(), e.order(), safe);
    };
  }

  private static EventRow.Builder step(
      EventRow.Builder row, CustomerEvent.CheckoutStep e, UnaryOperator<String> safe) {
    JsonObjectBuilder properties = Json.object().add("done", e.done());
    e.step().ifPresent(n -> properties.add("step", n));
    return row.order(e.order().orElse(null))
        .method(e.method().map(safe).orElse(null))
        .properties(properties.build().toString());
  }

  /** The new total stands in the properties: a column would be counted beside the lines. */
  private static EventRow.Builder updated(EventRow.Builder row, CustomerEvent.OrderUpdated e) {
    JsonObjectBuilder properties = Json.object().add("currency", e.currency());
    e.total().map(BigDecimal::toPlainString).ifPresent(total -> properties.add("total", total));
    return row.order(e.order()).properties(properties.build().toString());
  }

  private static EventRow.Builder coupon(
      EventRow.Builder row,
      Optional<String> coupon,
      Optional<String> order,
      UnaryOperator<String> safe) {
    return row.order(order.orElse(null))
        .properties(EventRows.json("coupon", safe.apply(coupon.orElse(""))));
  }
}
