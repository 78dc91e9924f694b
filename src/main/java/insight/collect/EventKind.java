package insight.collect;

/** What happened, as kept in {@code co_event.kind}. */
public enum EventKind {
  PAGE_VIEWED(1),
  PRODUCT_VIEWED(2),
  SEARCHED(3),
  CART_ADDED(4),
  CART_REMOVED(5),
  CHECKOUT_STARTED(6),
  /** One line of an order, or of a refund; its {@link SaleClass} tells which. */
  ORDER_LINE(7),
  ORDER_CANCELLED(8),
  PAID(9),
  REVIEWED(10),
  SHARED(11),
  FOLLOWED(12),
  COUPON_APPLIED(13),
  SURVEY_ANSWERED(14),
  FEEDBACK(15),
  IDENTIFIED(16),
  ALIASED(17),
  LIST_VIEWED(18),
  PROMOTION_SEEN(19),
  CART_VIEWED(20),
  CHECKOUT_STEP(21),
  ORDER_UPDATED(22),
  COUPON_DENIED(23),
  COUPON_REMOVED(24),
  UNFOLLOWED(25),
  CUSTOM(99);

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a code that no kind has
   */
  public static EventKind of(int code) {
    for (EventKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no event kind " + code);
  }
}
