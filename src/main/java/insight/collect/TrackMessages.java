package insight.collect;

import insight.collect.CustomerEvent.Head;
import insight.collect.CustomerEvent.Item;
import insight.kernel.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads the properties of a {@code track} message by its name, as Segment's e-commerce
 * specification has them; a name we do not know makes a custom event.
 */
final class TrackMessages {
  /** Digits before the point that the amount of a line may have. */
  private static final int LARGEST_AMOUNT = 13;

  /** Products of a list or cart that are kept with the event. */
  private static final int MOST_LISTED = 50;

  private final Head head;
  private final MessageFields p;
  private final String sourceCurrency;

  TrackMessages(Head head, MessageFields properties, String sourceCurrency) {
    this.head = head;
    this.p = properties;
    this.sourceCurrency = sourceCurrency;
  }

  CustomerEvent read(String event) {
    return switch (event) {
      case "Product Viewed", "Product Clicked" ->
          new CustomerEvent.ProductViewed(head, item(p), dwell(p));
      case "Product List Viewed", "Product List Filtered" ->
          new CustomerEvent.ListViewed(
              head, p.word("list_id", "list"), p.word("category"), listed());
      case "Products Searched" ->
          new CustomerEvent.Searched(head, p.text("query", "search").orElse(""));
      case "Promotion Viewed", "Promotion Clicked" ->
          new CustomerEvent.PromotionSeen(
              head, p.word("promotion_id", "name"), event.endsWith("Clicked"));
      case "Product Added", "Wishlist Product Added to Cart" ->
          new CustomerEvent.CartChanged(head, item(p), true);
      case "Product Removed" -> new CustomerEvent.CartChanged(head, item(p), false);
      case "Cart Viewed" -> new CustomerEvent.CartViewed(head, listed());
      case "Product Added to Wishlist", "Followed", "Shop Followed" ->
          new CustomerEvent.Followed(head, target());
      case "Product Removed from Wishlist", "Unfollowed" ->
          new CustomerEvent.Unfollowed(head, target());
      case "Product Shared", "Cart Shared" ->
          new CustomerEvent.Shared(
              head, p.word("product_id", "productId"), p.word("share_via", "channel"));
      case "Product Reviewed" -> reviewed();
      case "Survey Answered" -> answered();
      default -> order(event);
    };
  }

  private CustomerEvent order(String event) {
    return switch (event) {
      case "Checkout Started" -> new CustomerEvent.CheckoutStarted(head, orderNo());
      case "Checkout Step Viewed" -> step(false);
      case "Checkout Step Completed" -> step(true);
      case "Payment Info Entered", "Payment Completed" -> paid();
      case "Order Completed" -> placed();
      case "Order Updated" ->
          new CustomerEvent.OrderUpdated(
              head, requiredOrder(), p.currency(sourceCurrency), p.decimal("total", "revenue"));
      case "Order Refunded" ->
          new CustomerEvent.OrderRefunded(
              head, requiredOrder(), p.currency(sourceCurrency), refunded());
      case "Order Cancelled" -> new CustomerEvent.OrderCancelled(head, requiredOrder());
      case "Coupon Applied", "Coupon Entered" ->
          new CustomerEvent.CouponApplied(head, coupon(), orderNo());
      case "Coupon Denied" ->
          new CustomerEvent.CouponDenied(head, coupon(), orderNo(), p.word("reason"));
      case "Coupon Removed" -> new CustomerEvent.CouponRemoved(head, coupon(), orderNo());
      default -> new CustomerEvent.Custom(head, event, p.wholeText());
    };
  }

  private CustomerEvent reviewed() {
    Optional<String> text = p.text("review_body", "reviewBody", "review");
    return new CustomerEvent.Reviewed(spoken(text), product(p), p.whole(1, 5, "rating"), text);
  }

  private CustomerEvent answered() {
    Optional<String> text = p.text("text");
    return new CustomerEvent.SurveyAnswered(
        spoken(text), p.requiredWord("survey_id", "survey"), p.whole(0, 10, "score"), text);
  }

  /** The head in the language of the text: as said, else as its script tells. */
  private Head spoken(Optional<String> text) {
    return text.isEmpty() || p.has("language") ? head : head.in(text.map(Languages::of));
  }

  private CustomerEvent step(boolean done) {
    return new CustomerEvent.CheckoutStep(
        head, orderNo(), p.whole(0, 100, "step"), done, p.word("payment_method"));
  }

  private CustomerEvent placed() {
    return new CustomerEvent.OrderPlaced(
        head,
        requiredOrder(),
        p.currency(sourceCurrency),
        lines(),
        p.word("coupon"),
        p.word("payment_method", "paymentMethod"));
  }

  private CustomerEvent paid() {
    return new CustomerEvent.Paid(
        head,
        orderNo(),
        p.word("method", "payment_method", "paymentMethod").orElse("unknown"),
        p.decimal("amount", "total", "value").orElse(BigDecimal.ZERO),
        p.currency(sourceCurrency));
  }

  /** The lines given back; without them, one line of no product over the total. */
  private List<Item> refunded() {
    if (p.has("products")) {
      return lines();
    }
    BigDecimal total = p.requiredDecimal("total", "revenue", "value");
    return List.of(
        new Item(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.of(total),
            Optional.of(BigDecimal.ONE)));
  }

  private List<Item> lines() {
    return p.objects("products").stream().map(TrackMessages::line).toList();
  }

  /** A line of an order: product and price are needed, quantity is 1 unless said. */
  private static Item line(MessageFields p) {
    Item item = item(p);
    BigDecimal price = p.requiredDecimal("price");
    if (price.signum() < 0) {
      throw Refused.invalid(p.at("price"), "collect.message.negative", "price", price.toString());
    }
    BigDecimal quantity = item.quantity().orElse(BigDecimal.ONE);
    if (quantity.signum() <= 0) {
      throw Refused.invalid(
          p.at("quantity"), "collect.message.negative", "quantity", quantity.toString());
    }
    BigDecimal amount = price.multiply(quantity);
    if (amount.precision() - amount.scale() > LARGEST_AMOUNT) {
      throw Refused.invalid(p.at("price"), "collect.message.number", "price", price.toString());
    }
    return new Item(
        item.product(), item.name(), item.category(), Optional.of(price), Optional.of(quantity));
  }

  private List<String> listed() {
    return p.lists("products")
        ? p.objects("products").stream().limit(MOST_LISTED).map(TrackMessages::product).toList()
        : List.of();
  }

  private static Item item(MessageFields p) {
    return new Item(
        product(p), p.word("name"), p.word("category"), p.decimal("price"), p.decimal("quantity"));
  }

  private static java.util.OptionalInt dwell(MessageFields p) {
    return p.whole(0, 86_400, "dwell_seconds", "dwellSeconds");
  }

  private static String product(MessageFields p) {
    return p.requiredWord("product_id", "productId", "sku");
  }

  private Optional<String> target() {
    return p.word("product_id", "productId").or(() -> p.word("target"));
  }

  private Optional<String> coupon() {
    return p.word("coupon_id", "coupon", "coupon_name");
  }

  private Optional<String> orderNo() {
    return p.word("order_id", "orderId");
  }

  private String requiredOrder() {
    return p.requiredWord("order_id", "orderId");
  }
}
