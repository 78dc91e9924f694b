package insight.collect;

import java.util.Map;

/** Event names of Segment's e-commerce specification, as files may hold them. */
final class EventNames {
  static final String REFUNDED = "Order Refunded";

  private static final Map<String, EventKind> KINDS =
      Map.ofEntries(
          // as logs of behaviour often write them
          Map.entry("view", EventKind.PRODUCT_VIEWED),
          Map.entry("cart", EventKind.CART_ADDED),
          Map.entry("remove_from_cart", EventKind.CART_REMOVED),
          Map.entry("purchase", EventKind.ORDER_LINE),
          Map.entry("Page Viewed", EventKind.PAGE_VIEWED),
          Map.entry("Product Viewed", EventKind.PRODUCT_VIEWED),
          Map.entry("Product Clicked", EventKind.PRODUCT_VIEWED),
          Map.entry("Product List Viewed", EventKind.LIST_VIEWED),
          Map.entry("Product List Filtered", EventKind.LIST_VIEWED),
          Map.entry("Promotion Viewed", EventKind.PROMOTION_SEEN),
          Map.entry("Promotion Clicked", EventKind.PROMOTION_SEEN),
          Map.entry("Cart Viewed", EventKind.CART_VIEWED),
          Map.entry("Checkout Step Viewed", EventKind.CHECKOUT_STEP),
          Map.entry("Checkout Step Completed", EventKind.CHECKOUT_STEP),
          Map.entry("Order Updated", EventKind.ORDER_UPDATED),
          Map.entry("Coupon Denied", EventKind.COUPON_DENIED),
          Map.entry("Coupon Removed", EventKind.COUPON_REMOVED),
          Map.entry("Product Removed from Wishlist", EventKind.UNFOLLOWED),
          Map.entry("Wishlist Product Added to Cart", EventKind.CART_ADDED),
          Map.entry("Products Searched", EventKind.SEARCHED),
          Map.entry("Product Added", EventKind.CART_ADDED),
          Map.entry("Product Removed", EventKind.CART_REMOVED),
          Map.entry("Checkout Started", EventKind.CHECKOUT_STARTED),
          Map.entry("Order Completed", EventKind.ORDER_LINE),
          Map.entry(REFUNDED, EventKind.ORDER_LINE),
          Map.entry("Order Cancelled", EventKind.ORDER_CANCELLED),
          Map.entry("Payment Completed", EventKind.PAID),
          Map.entry("Payment Info Entered", EventKind.PAID),
          Map.entry("Product Reviewed", EventKind.REVIEWED),
          Map.entry("Product Shared", EventKind.SHARED),
          Map.entry("Cart Shared", EventKind.SHARED),
          Map.entry("Followed", EventKind.FOLLOWED),
          Map.entry("Shop Followed", EventKind.FOLLOWED),
          Map.entry("Product Added to Wishlist", EventKind.FOLLOWED),
          Map.entry("Coupon Applied", EventKind.COUPON_APPLIED),
          Map.entry("Coupon Entered", EventKind.COUPON_APPLIED),
          Map.entry("Survey Answered", EventKind.SURVEY_ANSWERED));

  private EventNames() {}

  /** The kind of a name; what we do not know is kept as a custom event. */
  static EventKind kind(String name) {
    return KINDS.getOrDefault(name, EventKind.CUSTOM);
  }
}
