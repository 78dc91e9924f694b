package insight.collect;

import insight.kernel.CustomerKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One thing that happened in a shop, read and checked. Kinds are closed; names are the field's. */
public sealed interface CustomerEvent {
  Head head();

  /**
   * What all events have.
   *
   * @param id the event's own id within its source; delivery twice counts once
   * @param at when it happened
   * @param device the anonymous id of the device, said beside the customer's own id
   * @param language of the text, else of the page
   */
  record Head(
      String id,
      Instant at,
      Subject subject,
      Optional<String> device,
      Optional<String> session,
      Optional<String> country,
      Optional<String> language) {

    public Head(
        String id,
        Instant at,
        Subject subject,
        Optional<String> session,
        Optional<String> country,
        Optional<String> language) {
      this(id, at, subject, Optional.empty(), session, country, language);
    }

    Head in(Optional<String> other) {
      return new Head(id, at, subject, device, session, country, other);
    }
  }

  /** Whom it is about. */
  sealed interface Subject {
    /** Named by the shop's own customer id. */
    record ShopId(String id) implements Subject {}

    /** Named by the portal's key. */
    record Known(CustomerKey key) implements Subject {}

    record Anonymous() implements Subject {}
  }

  /** A product with what the message said about it. */
  record Item(
      String product,
      Optional<String> name,
      Optional<String> category,
      Optional<BigDecimal> price,
      Optional<BigDecimal> quantity) {}

  /** A step on the way to a paid order that is no order line itself. */
  sealed interface Buying extends CustomerEvent {}

  record PageViewed(Head head, String page, OptionalInt dwellSeconds) implements CustomerEvent {}

  record ProductViewed(Head head, Item item, OptionalInt dwellSeconds) implements CustomerEvent {}

  record Searched(Head head, String query) implements CustomerEvent {}

  /** A list of products was shown; {@code products} are the first of them. */
  record ListViewed(
      Head head, Optional<String> list, Optional<String> category, List<String> products)
      implements CustomerEvent {}

  record PromotionSeen(Head head, Optional<String> promotion, boolean clicked)
      implements CustomerEvent {}

  record CartChanged(Head head, Item item, boolean added) implements CustomerEvent {}

  record CartViewed(Head head, List<String> products) implements CustomerEvent {}

  record CheckoutStarted(Head head, Optional<String> order) implements Buying {}

  /** A step of the checkout was shown, or done. */
  record CheckoutStep(
      Head head, Optional<String> order, OptionalInt step, boolean done, Optional<String> method)
      implements Buying {}

  /**
   * @param method how it was paid, when the order says so
   */
  record OrderPlaced(
      Head head,
      String order,
      String currency,
      List<Item> lines,
      Optional<String> coupon,
      Optional<String> method)
      implements CustomerEvent {

    public OrderPlaced(
        Head head, String order, String currency, List<Item> lines, Optional<String> coupon) {
      this(head, order, currency, lines, coupon, Optional.empty());
    }
  }

  /** An order was changed. Kept as a fact; the lines that count are those of its completion. */
  record OrderUpdated(Head head, String order, String currency, Optional<BigDecimal> total)
      implements Buying {}

  record OrderRefunded(Head head, String order, String currency, List<Item> lines)
      implements CustomerEvent {}

  record OrderCancelled(Head head, String order) implements Buying {}

  record Paid(Head head, Optional<String> order, String method, BigDecimal amount, String currency)
      implements Buying {}

  record Reviewed(Head head, String product, OptionalInt rating, Optional<String> text)
      implements CustomerEvent {}

  record Shared(Head head, Optional<String> product, Optional<String> channel)
      implements CustomerEvent {}

  record Followed(Head head, Optional<String> target) implements CustomerEvent {}

  record Unfollowed(Head head, Optional<String> target) implements CustomerEvent {}

  record CouponApplied(Head head, Optional<String> coupon, Optional<String> order)
      implements Buying {}

  record CouponDenied(
      Head head, Optional<String> coupon, Optional<String> order, Optional<String> reason)
      implements Buying {}

  record CouponRemoved(Head head, Optional<String> coupon, Optional<String> order)
      implements Buying {}

  record SurveyAnswered(Head head, String survey, OptionalInt score, Optional<String> text)
      implements CustomerEvent {}

  /**
   * What people say back about something the portal or the shop did.
   *
   * @param about plain values that say about what, e.g. recommendation → product, model
   */
  record FeedbackGiven(
      Head head,
      Map<String, String> about,
      boolean up,
      Optional<String> product,
      Optional<String> reason,
      Optional<String> text)
      implements CustomerEvent {}

  /** What the shop knows of the customer. Identifiers; kept encrypted. */
  record Identified(
      Head head,
      Optional<String> name,
      Optional<String> email,
      Optional<String> phone,
      Optional<String> address)
      implements CustomerEvent {
    /** Without an address. */
    public Identified(
        Head head, Optional<String> name, Optional<String> email, Optional<String> phone) {
      this(head, name, email, phone, Optional.empty());
    }
  }

  record Aliased(Head head, String previousId) implements CustomerEvent {}

  /** A name we do not know; kept as it came. */
  record Custom(Head head, String name, String properties) implements CustomerEvent {}
}
