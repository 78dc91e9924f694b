package insight.collect;

import insight.collect.CustomerEvent.Head;
import insight.collect.CustomerEvent.Item;
import insight.collect.CustomerEvent.Subject;
import insight.kernel.Countries;
import insight.kernel.Refused;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one message in the format of Segment's tracking libraries (Segment «Spec»: track, identify,
 * page, alias; e-commerce names). Unknown event names are kept as custom events.
 */
final class MessageReader {
  static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** A client's clock may be this much ahead. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** Digits before the point that the amount of a line may have. */
  private static final int LARGEST_AMOUNT = 13;

  private final String sourceCurrency;
  private final Instant received;

  MessageReader(String sourceCurrency, Instant received) {
    this.sourceCurrency = sourceCurrency;
    this.received = received;
  }

  /**
   * @param pointer where the message stands in its body, e.g. {@code /batch/3}
   * @throws Refused naming the field that does not fit
   */
  CustomerEvent read(JsonObject json, String pointer) {
    MessageFields message = new MessageFields(json, pointer);
    String type = message.requiredWord("type");
    return switch (type) {
      case "track" -> track(message);
      case "identify" -> identify(message);
      case "page", "screen" -> page(message);
      case "alias" -> new CustomerEvent.Aliased(head(message), message.requiredWord("previousId"));
      case "group" -> new CustomerEvent.Custom(head(message), "group", message.text());
      default -> throw Refused.invalid(message.at("type"), "collect.message.type", type);
    };
  }

  private Head head(MessageFields message) {
    Instant at = message.time("timestamp", "originalTimestamp", "sentAt").orElse(received);
    if (at.isBefore(EARLIEST) || at.isAfter(received.plus(AHEAD))) {
      throw Refused.invalid(message.at("timestamp"), "collect.message.when", at.toString());
    }
    MessageFields context = message.object("context");
    MessageFields properties = message.object("properties");
    Optional<String> locale = context.word("locale");
    return new Head(
        message.word("messageId").orElseGet(() -> "hash:" + Identities.of(message.text())),
        at,
        subject(message),
        properties.word("session_id", "session").or(() -> context.word("sessionId")),
        properties
            .word("country")
            .or(() -> context.word("country"))
            .or(() -> message.object("traits").word("country"))
            .map(Countries::code),
        properties.word("language").or(() -> locale.map(l -> l.split("[-_]")[0])));
  }

  private static Subject subject(MessageFields message) {
    Optional<String> user = message.word("userId");
    if (user.isPresent()) {
      return new Subject.ShopId(user.get());
    }
    return message
        .word("anonymousId")
        .<Subject>map(id -> new Subject.ShopId("anonymous:" + id))
        .orElseThrow(() -> Refused.invalid(message.at("userId"), "collect.message.who"));
  }

  private CustomerEvent page(MessageFields message) {
    MessageFields properties = message.object("properties");
    String page = message.word("name").or(() -> properties.word("path", "url")).orElse("/");
    return new CustomerEvent.PageViewed(
        head(message), page, properties.whole(0, 86_400, "dwell_seconds", "dwellSeconds"));
  }

  private CustomerEvent identify(MessageFields message) {
    MessageFields traits = message.object("traits");
    Optional<String> first = traits.word("firstName");
    Optional<String> last = traits.word("lastName");
    Optional<String> name =
        traits
            .word("name")
            .or(
                () ->
                    first.isEmpty() && last.isEmpty()
                        ? Optional.empty()
                        : Optional.of((first.orElse("") + " " + last.orElse("")).strip()));
    return new CustomerEvent.Identified(
        head(message), name, traits.word("email"), traits.word("phone"));
  }

  private CustomerEvent track(MessageFields message) {
    String event = message.requiredWord("event");
    Head head = head(message);
    MessageFields p = message.object("properties");
    return switch (event) {
      case "Product Viewed", "Product Clicked" ->
          new CustomerEvent.ProductViewed(
              head, item(p), p.whole(0, 86_400, "dwell_seconds", "dwellSeconds"));
      case "Products Searched" -> new CustomerEvent.Searched(head, p.text("query").orElse(""));
      case "Product Added" -> new CustomerEvent.CartChanged(head, item(p), true);
      case "Product Removed" -> new CustomerEvent.CartChanged(head, item(p), false);
      case "Checkout Started" -> new CustomerEvent.CheckoutStarted(head, order(p));
      case "Order Completed" -> placed(head, p);
      case "Order Refunded" ->
          new CustomerEvent.OrderRefunded(
              head, p.requiredWord("order_id", "orderId"), p.currency(sourceCurrency), refunded(p));
      case "Order Cancelled" ->
          new CustomerEvent.OrderCancelled(head, p.requiredWord("order_id", "orderId"));
      case "Payment Completed", "Payment Info Entered" -> paid(head, p);
      case "Product Reviewed" ->
          new CustomerEvent.Reviewed(
              head,
              product(p),
              p.whole(1, 5, "rating"),
              p.text("review_body", "reviewBody", "review"));
      case "Product Shared", "Cart Shared" ->
          new CustomerEvent.Shared(
              head, p.word("product_id", "productId"), p.word("share_via", "channel"));
      case "Followed", "Shop Followed", "Product Added to Wishlist" ->
          new CustomerEvent.Followed(
              head, p.word("product_id", "productId").or(() -> p.word("target")));
      case "Coupon Applied", "Coupon Entered" ->
          new CustomerEvent.CouponApplied(
              head, p.word("coupon_id", "coupon", "coupon_name"), order(p));
      case "Survey Answered" ->
          new CustomerEvent.SurveyAnswered(
              head, p.requiredWord("survey_id", "survey"), p.whole(0, 10, "score"), p.text("text"));
      default -> new CustomerEvent.Custom(head, event, p.text());
    };
  }

  private CustomerEvent placed(Head head, MessageFields p) {
    return new CustomerEvent.OrderPlaced(
        head,
        p.requiredWord("order_id", "orderId"),
        p.currency(sourceCurrency),
        p.objects("products").stream().map(this::line).toList(),
        p.word("coupon"));
  }

  private CustomerEvent paid(Head head, MessageFields p) {
    return new CustomerEvent.Paid(
        head,
        order(p),
        p.word("method", "payment_method", "paymentMethod").orElse("unknown"),
        p.decimal("amount", "total", "value").orElse(BigDecimal.ZERO),
        p.currency(sourceCurrency));
  }

  /** The lines given back; without them, one line of no product over the total. */
  private List<Item> refunded(MessageFields p) {
    if (p.has("products")) {
      return p.objects("products").stream().map(this::line).toList();
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

  /** A line of an order: product and price are needed, quantity is 1 unless said. */
  private Item line(MessageFields p) {
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

  private static Item item(MessageFields p) {
    return new Item(
        product(p), p.word("name"), p.word("category"), p.decimal("price"), p.decimal("quantity"));
  }

  private static String product(MessageFields p) {
    return p.requiredWord("product_id", "productId", "sku");
  }

  private static Optional<String> order(MessageFields p) {
    return p.word("order_id", "orderId");
  }
}
