package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.CustomerKey;
import insight.runtime.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackMessagesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static CustomerEvent read(String json, boolean withoutPerson) {
    return new MessageReader("GBP", NOW, withoutPerson).read(Json.parse(json), "");
  }

  private static List<EventRow> rows(String json, boolean withoutPerson) {
    EventBatch batch = new EventBatch();
    new EventRows(id -> new CustomerKey(id.hashCode() & Long.MAX_VALUE), batch, withoutPerson)
        .add(read(json, withoutPerson), 0);
    return batch.rows();
  }

  private static EventRow row(String event, String properties) {
    String json =
        "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"%s\",\"properties\":{%s}}"
            .formatted(event, properties);
    return rows(json, false).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "Products Searched,SEARCHED",
    "Product List Viewed,LIST_VIEWED",
    "Product List Filtered,LIST_VIEWED",
    "Promotion Viewed,PROMOTION_SEEN",
    "Promotion Clicked,PROMOTION_SEEN",
    "Product Clicked,PRODUCT_VIEWED",
    "Product Viewed,PRODUCT_VIEWED",
    "Product Added,CART_ADDED",
    "Product Removed,CART_REMOVED",
    "Cart Viewed,CART_VIEWED",
    "Checkout Started,CHECKOUT_STARTED",
    "Checkout Step Viewed,CHECKOUT_STEP",
    "Checkout Step Completed,CHECKOUT_STEP",
    "Payment Info Entered,PAID",
    "Order Updated,ORDER_UPDATED",
    "Order Completed,ORDER_LINE",
    "Order Refunded,ORDER_LINE",
    "Order Cancelled,ORDER_CANCELLED",
    "Coupon Entered,COUPON_APPLIED",
    "Coupon Applied,COUPON_APPLIED",
    "Coupon Denied,COUPON_DENIED",
    "Coupon Removed,COUPON_REMOVED",
    "Product Added to Wishlist,FOLLOWED",
    "Product Removed from Wishlist,UNFOLLOWED",
    "Wishlist Product Added to Cart,CART_ADDED",
    "Product Shared,SHARED",
    "Cart Shared,SHARED",
    "Product Reviewed,REVIEWED",
    "Survey Answered,SURVEY_ANSWERED",
    "Something Else,CUSTOM"
  })
  void eachNameOfTheSpecificationHasItsKind(String name, EventKind kind) {
    EventRow row =
        row(
            name,
            "\"product_id\":\"p\",\"order_id\":\"o\",\"survey\":\"s\",\"total\":3,"
                + "\"products\":[{\"product_id\":\"p\",\"price\":3}]");
    assertEquals(kind, row.kind());
    boolean alsoInFiles = kind == EventKind.CUSTOM || EventNames.kind(name) == kind;
    assertTrue(alsoInFiles, name + " in a file is " + EventNames.kind(name));
  }

  @Test
  void aPaymentKeepsMethodAndAmountButNoCardNumber() {
    EventRow row =
        row("Payment Completed", "\"method\":\"card 4111 1111 1111 1111\",\"amount\":\"12.50\"");
    assertEquals("card •••• 1111", row.method());
    assertEquals(1250L, row.amountMinor());
  }

  @ParameterizedTest
  @CsvSource({
    "质量很好，值得购买,zh",
    "Nike 鞋子很舒服,zh",
    "This is a very good lamp,en",
    "Great!,en",
    "Muy buena lámpara para la mesa,und",
    "とても良いです,ja",
    "아주 좋아요,ko",
    "очень хорошо,und",
    "👍👍,und"
  })
  void aReviewIsInTheLanguageOfItsScriptUnlessItSays(String text, String language) {
    assertEquals(
        language,
        row("Product Reviewed", "\"product_id\":\"p\",\"review_body\":\"" + text + "\"")
            .language());
    assertEquals(
        "xx",
        row(
                "Product Reviewed",
                "\"product_id\":\"p\",\"language\":\"xx\",\"review_body\":\"" + text + "\"")
            .language());
  }

  @Test
  void underPrivacyControlNothingOfWhomIsKept() {
    String message =
        "{\"type\":\"track\",\"userId\":\"u\",\"anonymousId\":\"d\",\"event\":\"Products Searched\","
            + "\"properties\":{\"query\":\"my name\",\"session_id\":\"s\"}}";
    EventRow followed = rows(message, false).getFirst();
    assertEquals("my name", followed.text());
    EventRow free = rows(message, true).getFirst();
    assertEquals(EventKind.SEARCHED, free.kind());
    assertNull(free.customer());
    assertNull(free.session());
    assertNull(free.text());
    Parcel parcel =
        new Parcel(
            List.of(read("{\"type\":\"identify\",\"userId\":\"u\"}", true), read(message, true)),
            0,
            true);
    assertEquals(1, parcel.wanted().size());
  }

  @Test
  void theDeviceIsSaidBesideTheCustomerOnly() {
    assertEquals(
        "d",
        read("{\"type\":\"page\",\"userId\":\"u\",\"anonymousId\":\"d\"}", false)
            .head()
            .device()
            .orElseThrow());
    CustomerEvent anonymous = read("{\"type\":\"page\",\"anonymousId\":\"d\"}", false);
    assertTrue(anonymous.head().device().isEmpty());
    assertNotEquals(
        read("{\"type\":\"page\",\"userId\":\"d\"}", false).head().subject(),
        anonymous.head().subject());
  }

  @Test
  void anOriginIsASiteAndNothingElse() {
    assertTrue(Origins.valid("https://shop.example"));
    assertTrue(Origins.valid("http://localhost:3000"));
    for (String wrong :
        List.of(
            "*",
            "null",
            "",
            "shop.example",
            "https://shop.example/",
            "https://*.example",
            "https://a@shop.example",
            "ftp://shop.example",
            "https://shop.example?x",
            "https://")) {
      assertFalse(Origins.valid(wrong), wrong);
    }
  }
}
