package insight.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Tracking messages of Segment's format, most of them with one thing wrong. */
public final class BadMessages {
  private static final String[] NOT_NUMBERS = {
    "\"NaN\"", "\"Infinity\"", "\"1,000.00\"", "\"=cmd|' /C calc'!A0\"", "1e400", "\"1e400\"",
    "\"٣٫٥\"", "\"0x10\"", "\"1e999999999\"", "-1e400", "\"twelve\"", "\"--1\"",
    "123456789012345678901234567890", "\"\\u202e12\"", "0.00000000000000000000000001"
  };

  private static final String[] NOT_TIMES = {
    "\"0000-00-00T00:00:00Z\"",
    "\"9999-12-31T23:59:59Z\"",
    "\"2026-02-30T00:00:00Z\"",
    "\"1969-12-31T23:59:59Z\"",
    "\"+999999999-01-01T00:00:00Z\"",
    "\"-0001-01-01T00:00:00Z\"",
    "\"2025-13-01T00:00:00Z\"",
    "\"2025-01-01T25:00:00Z\"",
    "\"2025-01-01\"",
    "\"yesterday\"",
    "1700000000",
    "true",
    "[]",
    "{}",
    "\"2025-01-01T00:00:00+99:00\"",
    "\"\"",
    "\"2038-01-19T03:14:08Z\""
  };

  private static final String[] NOT_OBJECTS = {"[]", "\"text\"", "7", "true", "[{}]"};

  private final SplittableRandom random;
  private final List<Specimen> all = new ArrayList<>();

  private BadMessages(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The corpus of a seed; the same each time. */
  public static List<Specimen> of(long seed) {
    BadMessages corpus = new BadMessages(seed);
    corpus.heads();
    corpus.numbers();
    corpus.times();
    corpus.texts();
    corpus.shapes();
    corpus.odd();
    return List.copyOf(corpus.all);
  }

  private void bad(String kind, String json) {
    all.add(Specimen.bad(kind, json));
  }

  private void good(String kind, String json) {
    all.add(Specimen.good(kind, json));
  }

  /** A message; what is given later wins over the usual. */
  private String message(String type, String fields) {
    return "{\"type\":\"%s\",\"messageId\":\"c%d\",\"userId\":\"u%d\",%s}"
        .formatted(type, all.size(), random.nextInt(50), fields);
  }

  private String track(String event, String properties) {
    return message("track", "\"event\":\"%s\",\"properties\":%s".formatted(event, properties));
  }

  private void heads() {
    bad("no type", "{\"userId\":\"u\",\"event\":\"Product Viewed\"}");
    for (String type : List.of("\"Track\"", "\"\"", "7", "null", "[]", "\"drop table\"")) {
      bad("type " + type, "{\"type\":" + type + ",\"userId\":\"u\"}");
    }
    for (String who : List.of("", ",\"userId\":null", ",\"userId\":\"  \"", ",\"userId\":{}")) {
      bad("nobody" + who, "{\"type\":\"page\",\"name\":\"/\"" + who + "}");
    }
    bad("long user", "{\"type\":\"page\",\"userId\":\"" + "u".repeat(501) + "\"}");
    bad("track without event", "{\"type\":\"track\",\"userId\":\"u\",\"properties\":{}}");
    bad("alias without former id", "{\"type\":\"alias\",\"userId\":\"u\"}");
    bad("NUL in the id", "{\"type\":\"page\",\"userId\":\"u\\u0000\"}");
    bad("half a character in the id", "{\"type\":\"page\",\"userId\":\"u\\ud83d\"}");
    bad("low half first", "{\"type\":\"page\",\"userId\":\"\\ude00u\"}");
    bad(
        "long message id",
        message("page", "\"name\":\"/\",\"messageId\":\"" + "m".repeat(600) + "\""));
  }

  private void numbers() {
    for (String wrong : NOT_NUMBERS) {
      bad(
          "price " + wrong,
          track("Product Viewed", "{\"product_id\":\"p\",\"price\":" + wrong + "}"));
      bad(
          "quantity " + wrong,
          track("Product Added", "{\"product_id\":\"p\",\"quantity\":" + wrong + "}"));
      bad("line price " + wrong, order("\"price\":" + wrong));
      bad("paid " + wrong, track("Payment Completed", "{\"amount\":" + wrong + "}"));
      bad(
          "refund " + wrong,
          track("Order Refunded", "{\"order_id\":\"o\",\"total\":" + wrong + "}"));
      bad(
          "rating " + wrong,
          track("Product Reviewed", "{\"product_id\":\"p\",\"rating\":" + wrong + "}"));
      bad("dwell " + wrong, message("page", "\"properties\":{\"dwell_seconds\":" + wrong + "}"));
      bad("step " + wrong, track("Checkout Step Viewed", "{\"step\":" + wrong + "}"));
    }
    for (String outside : List.of("0", "6", "-1", "5.6", "100")) {
      bad(
          "rating " + outside,
          track("Product Reviewed", "{\"product_id\":\"p\",\"rating\":" + outside + "}"));
    }
    for (String outside : List.of("-1", "86401", "1e9")) {
      bad(
          "dwell " + outside,
          message("page", "\"properties\":{\"dwell_seconds\":" + outside + "}"));
    }
    for (String wrong : List.of("0", "-2", "1e11", "-0.0")) {
      bad("line quantity " + wrong, order("\"price\":1,\"quantity\":" + wrong));
    }
    bad("negative price", order("\"price\":-0.01"));
    bad("amount too large", order("\"price\":99999999999,\"quantity\":99999999999"));
    bad("score 11", track("Survey Answered", "{\"survey\":\"s\",\"score\":11}"));
  }

  private String order(String line) {
    return track(
        "Order Completed",
        "{\"order_id\":\"o%d\",\"products\":[{\"product_id\":\"p\",%s}]}"
            .formatted(all.size(), line));
  }

  private void times() {
    for (String wrong : NOT_TIMES) {
      bad("time " + wrong, message("page", "\"name\":\"/\",\"timestamp\":" + wrong));
      bad(
          "original time " + wrong,
          message("page", "\"name\":\"/\",\"originalTimestamp\":" + wrong));
      bad(
          "time of an order " + wrong,
          order("\"price\":1")
              .replaceFirst("}$", ",\"timestamp\":" + wrong.replace("\\", "\\\\") + "}"));
    }
  }

  private void texts() {
    for (String field : List.of("query", "product_id", "coupon", "review_body", "name")) {
      String event =
          switch (field) {
            case "query" -> "Products Searched";
            case "coupon" -> "Coupon Applied";
            case "review_body" -> "Product Reviewed";
            default -> "Product Viewed";
          };
      for (String wrong : List.of("a\\u0000b", "\\ud800", "\\udc00\\ud800", "x\\ud83dy")) {
        bad(
            field + " holds " + wrong,
            track(event, "{\"product_id\":\"p\",\"" + field + "\":\"" + wrong + "\"}"));
      }
      bad(
          field + " too long",
          track(event, "{\"product_id\":\"p\",\"" + field + "\":\"" + "x".repeat(20_001) + "\"}"));
    }
    for (String wrong : List.of("ZZZ", "£", "gbp", "GBPX", "=1+1", "DOLLAR")) {
      bad(
          "currency " + wrong,
          track(
              "Order Completed",
              "{\"order_id\":\"o\",\"currency\":\""
                  + wrong
                  + "\",\"products\":[{\"product_id\":\"p\",\"price\":1}]}"));
    }
    bad("larger than 32 kB", track("Something", "{\"x\":\"" + "y".repeat(33_000) + "\"}"));
    bad("many keys", track("Something", "{" + keys(4000) + "}"));
  }

  private static String keys(int n) {
    StringBuilder keys = new StringBuilder("\"k\":1");
    for (int i = 0; i < n; i++) {
      keys.append(",\"key").append(i).append("\":").append(i);
    }
    return keys.toString();
  }

  private void shapes() {
    for (String shape : NOT_OBJECTS) {
      bad("message is " + shape, shape);
      bad("properties are " + shape, track("Product Viewed", shape));
      bad("context is " + shape, message("page", "\"name\":\"/\",\"context\":" + shape));
      bad("traits are " + shape, message("identify", "\"traits\":" + shape));
    }
    bad("message is null", "null");
    for (String list :
        List.of("[]", "{}", "\"p1\"", "[\"p1\"]", "[[]]", "[null]", "[{}]", "7", "null")) {
      bad(
          "lines are " + list,
          track("Order Completed", "{\"order_id\":\"o\",\"products\":" + list + "}"));
    }
    bad(
        "1,001 lines",
        track(
            "Order Completed", "{\"order_id\":\"o\",\"products\":[" + "{},".repeat(1000) + "{}]}"));
    for (String event :
        List.of("Product Viewed", "Product Added", "Product Removed", "Product Reviewed")) {
      for (String id :
          List.of(
              "",
              "\"product_id\":\"\"",
              "\"product_id\":null",
              "\"product_id\":[]",
              "\"product_id\":{}")) {
        bad(event + " of " + id, track(event, "{" + id + "}"));
      }
    }
    for (String event :
        List.of("Order Completed", "Order Refunded", "Order Cancelled", "Order Updated")) {
      bad(
          event + " without number",
          track(event, "{\"total\":1,\"products\":[{\"product_id\":\"p\",\"price\":1}]}"));
    }
    bad("refund of nothing", track("Order Refunded", "{\"order_id\":\"o\"}"));
    bad("survey without name", track("Survey Answered", "{\"score\":3}"));
  }

  private void odd() {
    good("formula as text", track("Products Searched", "{\"query\":\"=cmd|' /C calc'!A0\"}"));
    good("markup as text", track("Products Searched", "{\"query\":\"<script>alert(1)</script>\"}"));
    good("SQL as text", track("Products Searched", "{\"query\":\"'; drop table co_event; --\"}"));
    good("right to left", track("Products Searched", "{\"query\":\"\\u202eقهوة\\u202c\"}"));
    good(
        "emoji",
        track("Product Reviewed", "{\"product_id\":\"👩‍👩‍👧‍👦\",\"review_body\":\"👍🏽\"}"));
    good("escaped emoji", track("Products Searched", "{\"query\":\"\\ud83d\\ude00\"}"));
    good("mark within", track("Products Searched", "{\"query\":\"\\ufeffx\\u200b\"}"));
    good(
        "unknown name",
        track("Däumchen gedreht", "{\"deep\":" + "[".repeat(20) + "]".repeat(20) + "}"));
    good("tabs and lines", track("Products Searched", "{\"query\":\"a\\tb\\nc\\\\N\"}"));
    good("minus nothing", track("Product Viewed", "{\"product_id\":\"p\",\"price\":-0}"));
    good("number as text", track("Product Viewed", "{\"product_id\":7,\"price\":\"12.5\"}"));
    good("far east", message("page", "\"name\":\"/\",\"timestamp\":\"2025-01-01T00:00:00+14:00\""));
    good(
        "leap day",
        message(
            "page", "\"name\":\"/\",\"timestamp\":\"2024-02-29T23:59:60Z\"".replace(":60", ":59")));
    good("twice the same field", track("Products Searched", "{\"query\":\"a\",\"query\":\"b\"}"));
    good("a card number", track("Payment Info Entered", "{\"method\":\"4111 1111 1111 1111\"}"));
    good("null everywhere", message("page", "\"name\":null,\"properties\":null,\"context\":null"));
    good("empty list viewed", track("Product List Viewed", "{\"products\":[]}"));
    for (int i = 0; i < 60; i++) {
      good("plain", track("Product Viewed", "{\"product_id\":\"p" + random.nextInt(9) + "\"}"));
    }
  }
}
