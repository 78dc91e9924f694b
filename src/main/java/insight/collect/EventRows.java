package insight.collect;

import insight.collect.CustomerEvent.Head;
import insight.collect.CustomerEvent.Item;
import insight.collect.CustomerEvent.Subject;
import insight.kernel.CustomerKey;
import insight.kernel.Money;
import insight.privacy.Masks;
import insight.privacy.Pseudonyms;
import insight.runtime.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns events into rows: one row an event, one row a line for orders and refunds. */
final class EventRows {
  private final Function<String, CustomerKey> keys;
  private final EventBatch batch;
  private final boolean withoutPerson;
  private final Set<UUID> masked = new HashSet<>();
  private final List<UUID> begun = new ArrayList<>();
  private long repeats;

  EventRows(int sourceId, Pseudonyms pseudonyms, EventBatch batch) {
    this(id -> pseudonyms.customer(sourceId, id), batch, false);
  }

  /**
   * @param keys the portal's key of a shop's customer id
   * @param withoutPerson keeps what happened, but nothing of whom, no session and no free text
   */
  EventRows(Function<String, CustomerKey> keys, EventBatch batch, boolean withoutPerson) {
    this.keys = keys;
    this.batch = batch;
    this.withoutPerson = withoutPerson;
  }

  /** The events that these rows brought into the batch. */
  List<UUID> begun() {
    return begun;
  }

  /** Events that the batch had already. */
  long repeats() {
    return repeats;
  }

  /** The events in which a card number was masked outside of their free text. */
  Set<UUID> masked() {
    return masked;
  }

  /** Adds the event to the batch; {@code line} is the import's line, 0 for none. */
  void add(CustomerEvent event, long line) {
    UUID id = identity(event.head());
    if (!batch.begin(id)) {
      repeats++;
      return;
    }
    begun.add(id);
    Optional<String> profile =
        event instanceof CustomerEvent.Identified who ? profile(who) : Optional.empty();
    @Nullable CustomerKey customer = customer(event.head(), profile);
    switch (event) {
      case CustomerEvent.OrderPlaced placed -> lines(placed, customer, line);
      case CustomerEvent.OrderRefunded refunded -> lines(refunded, customer, line);
      default -> {
        EventRow.Builder row = single(event, customer).line(line);
        batch.add((withoutPerson ? row.text(null) : row).build());
      }
    }
  }

  private @Nullable CustomerKey customer(Head head, Optional<String> profile) {
    if (withoutPerson) {
      return null;
    }
    return switch (head.subject()) {
      case Subject.Known(CustomerKey key) -> key;
      case Subject.Anonymous() -> null;
      case Subject.ShopId(String id) -> {
        CustomerKey key = keys.apply(id);
        batch.add(new EventBatch.NewCustomer(key, id, head.country(), profile));
        yield key;
      }
    };
  }

  private static Optional<String> profile(CustomerEvent.Identified who) {
    JsonObjectBuilder profile = Json.object();
    who.name().ifPresent(v -> profile.add("name", v));
    who.email().ifPresent(v -> profile.add("email", v));
    who.phone().ifPresent(v -> profile.add("phone", v));
    who.address().ifPresent(v -> profile.add("address", v));
    return Optional.of(profile.build().toString());
  }

  private EventRow.Builder row(Head head, EventKind kind, @Nullable CustomerKey customer) {
    return EventRow.of(identity(head), head.at(), kind)
        .customer(customer)
        .session(withoutPerson ? null : head.session().orElse(null))
        .country(head.country().orElse(null))
        .language(head.language().orElse(null));
  }

  static UUID identity(Head head) {
    return Identities.of("id:" + head.id());
  }

  private EventRow.Builder item(EventRow.Builder row, Item item) {
    batch.add(new EventBatch.NewProduct(item.product(), item.name(), item.category()));
    return row.product(item.product())
        .category(item.category().orElse(null))
        .unitPrice(item.price().orElse(null))
        .quantity(item.quantity().orElse(null));
  }

  private EventRow.Builder single(CustomerEvent event, @Nullable CustomerKey customer) {
    Head head = event.head();
    return switch (event) {
      case CustomerEvent.PageViewed e ->
          row(head, EventKind.PAGE_VIEWED, customer)
              .dwellSeconds(boxed(e.dwellSeconds()))
              .properties(json("page", safe(head, e.page())));
      case CustomerEvent.ProductViewed e ->
          item(row(head, EventKind.PRODUCT_VIEWED, customer), e.item())
              .dwellSeconds(boxed(e.dwellSeconds()));
      case CustomerEvent.ListViewed e ->
          row(head, EventKind.LIST_VIEWED, customer)
              .category(e.category().orElse(null))
              .properties(listed(e.list(), e.products()));
      case CustomerEvent.PromotionSeen e ->
          row(head, EventKind.PROMOTION_SEEN, customer)
              .method(e.clicked() ? "clicked" : "viewed")
              .properties(json("promotion", safe(head, e.promotion().orElse(""))));
      case CustomerEvent.Searched e -> row(head, EventKind.SEARCHED, customer).text(e.query());
      case CustomerEvent.CartChanged e ->
          item(
              row(head, e.added() ? EventKind.CART_ADDED : EventKind.CART_REMOVED, customer),
              e.item());
      case CustomerEvent.CartViewed e ->
          row(head, EventKind.CART_VIEWED, customer)
              .properties(listed(Optional.empty(), e.products()));
      case CustomerEvent.Shared e ->
          row(head, EventKind.SHARED, customer)
              .product(e.product().orElse(null))
              .method(e.channel().map(c -> safe(head, c)).orElse(null));
      case CustomerEvent.Followed e ->
          row(head, EventKind.FOLLOWED, customer).product(e.target().orElse(null));
      case CustomerEvent.Unfollowed e ->
          row(head, EventKind.UNFOLLOWED, customer).product(e.target().orElse(null));
      case CustomerEvent.Buying e ->
          BuyingRows.fill(row(head, BuyingRows.kind(e), customer), e, text -> safe(head, text));
      case CustomerEvent.Reviewed e ->
          row(head, EventKind.REVIEWED, customer)
              .product(e.product())
              .rating(boxed(e.rating()))
              .text(e.text().orElse(null));
      case CustomerEvent.SurveyAnswered e ->
          row(head, EventKind.SURVEY_ANSWERED, customer)
              .rating(boxed(e.score()))
              .text(e.text().orElse(null))
              .properties(json("survey", e.survey()));
      case CustomerEvent.FeedbackGiven e -> feedback(e, customer);
      case CustomerEvent.Identified e -> row(head, EventKind.IDENTIFIED, customer);
      case CustomerEvent.Aliased e -> row(head, EventKind.ALIASED, customer).text(e.previousId());
      case CustomerEvent.Custom e -> custom(e, customer);
      case CustomerEvent.OrderPlaced e -> throw new IllegalArgumentException("has lines: " + e);
      case CustomerEvent.OrderRefunded e -> throw new IllegalArgumentException("has lines: " + e);
    };
  }

  /** The text with what looks like a card number masked. */
  private String safe(Head head, String text) {
    String safe = Masks.cards(text);
    if (!safe.equals(text)) {
      masked.add(identity(head));
    }
    return safe;
  }

  private static String listed(Optional<String> list, List<String> products) {
    JsonObjectBuilder properties = Json.object();
    list.ifPresent(l -> properties.add("list", l));
    if (!products.isEmpty()) {
      properties.add("products", Json.value(products));
    }
    return properties.build().toString();
  }

  /** Properties of an unknown event may hold anything, so they are kept as encrypted text. */
  private EventRow.Builder custom(CustomerEvent.Custom e, @Nullable CustomerKey customer) {
    return row(e.head(), EventKind.CUSTOM, customer).method(e.name()).text(e.properties());
  }

  private EventRow.Builder feedback(CustomerEvent.FeedbackGiven e, @Nullable CustomerKey customer) {
    Map<String, String> properties = new LinkedHashMap<>(e.about());
    properties.put("verdict", e.up() ? "up" : "down");
    e.reason().ifPresent(r -> properties.put("reason", r));
    return row(e.head(), EventKind.FEEDBACK, customer)
        .product(e.product().orElse(null))
        .rating(e.up() ? 1 : 0)
        .text(e.text().orElse(null))
        .properties(Json.of(properties).toString());
  }

  private void lines(CustomerEvent.OrderPlaced e, @Nullable CustomerKey customer, long line) {
    for (Item item : e.lines()) {
      BigDecimal price = item.price().orElse(BigDecimal.ZERO);
      BigDecimal quantity = item.quantity().orElse(BigDecimal.ONE);
      SaleClass sale = SaleClass.of(false, e.order(), quantity, price, customer != null);
      batch.add(
          item(row(e.head(), EventKind.ORDER_LINE, customer), item)
              .line(line)
              .order(e.order())
              .sale(sale)
              .amount(minor(price.multiply(quantity), e.currency()), e.currency())
              .method(e.method().map(m -> safe(e.head(), m)).orElse(null))
              .properties(e.coupon().map(c -> json("coupon", safe(e.head(), c))).orElse(null))
              .build());
    }
  }

  private void lines(CustomerEvent.OrderRefunded e, @Nullable CustomerKey customer, long line) {
    for (Item item : e.lines()) {
      BigDecimal price = item.price().orElse(BigDecimal.ZERO);
      BigDecimal quantity = item.quantity().orElse(BigDecimal.ONE).negate();
      EventRow.Builder row = row(e.head(), EventKind.ORDER_LINE, customer);
      batch.add(
          (item.product().isEmpty() ? row : item(row, item))
              .quantity(quantity)
              .unitPrice(price)
              .line(line)
              .order(e.order())
              .sale(SaleClass.RETURN)
              .amount(minor(price.multiply(quantity), e.currency()), e.currency())
              .build());
    }
  }

  static long minor(BigDecimal amount, String currency) {
    return Money.of(amount, Currency.getInstance(currency)).minor();
  }

  private static @Nullable Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  static String json(String name, String value) {
    return Json.object().add(name, value).build().toString();
  }
}
