package insight.launch.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  private static final Plan PLAN = new Plan(7, 400, 12, LocalDate.of(2026, 6, 30));

  private static final List<Map<String, Object>> EVENTS = new ArrayList<>();
  private static Generator.Written written;

  @BeforeAll
  static void play() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    written = new Generator(PLAN).write(out);
    out.toString(java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> EVENTS.add(map(JsonReader.read(line))));
  }

  @Test
  void theSamePlanMakesTheSameBytes(@TempDir Path folder) throws IOException {
    Plan small = new Plan(3, 40, 6, LocalDate.of(2026, 2, 28));
    byte[] first = gzip(small, folder.resolve("a.gz"));
    assertTrue(Arrays.equals(first, gzip(small, folder.resolve("b.gz"))));
    Plan otherSeed = new Plan(4, 40, 6, LocalDate.of(2026, 2, 28));
    assertTrue(!Arrays.equals(first, gzip(otherSeed, folder.resolve("c.gz"))));
  }

  @Test
  void twoPlansShareNoMessageId() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Generator(new Plan(7, 400, 1, PLAN.end().plusDays(1))).write(out);
    Set<Object> ids =
        EVENTS.stream().map(event -> event.get("messageId")).collect(Collectors.toSet());
    assertEquals(EVENTS.size(), ids.size());
    out.toString(java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> assertTrue(ids.add(map(JsonReader.read(line)).get("messageId"))));
  }

  @Test
  void everyKindOfEventOccursAndIsCounted() {
    Set<String> kinds =
        Set.of(
            "page",
            "identify",
            "Product Viewed",
            "Products Searched",
            "Product Added",
            "Product Removed",
            "Checkout Started",
            "Coupon Applied",
            "Order Completed",
            "Payment Completed",
            "Order Refunded",
            "Order Cancelled",
            "Product Reviewed",
            "Product Shared");
    assertEquals(kinds, written.counts().keySet());
    assertEquals(EVENTS.size(), written.total());
    assertTrue(written.counts().values().stream().allMatch(count -> count > 0));
  }

  @Test
  void eventsAreInOrderOfTimeAndWithinThePlan() {
    Instant last = Instant.ofEpochMilli(PLAN.start());
    for (Map<String, Object> event : EVENTS) {
      Instant at = time(event);
      assertTrue(!at.isBefore(last), "out of order at " + at);
      last = at;
    }
    assertTrue(last.isBefore(Instant.ofEpochMilli(PLAN.until())));
    assertTrue(last.isAfter(Instant.ofEpochMilli(PLAN.until()).minusSeconds(86_400)));
  }

  @Test
  void everyOrderIsWorthTheSumOfItsLines() {
    for (Map<String, Object> order : all("Order Completed")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Map<String, Object> line : lines(order)) {
        sum = sum.add(number(line, "price").multiply(number(line, "quantity")));
      }
      assertEquals(0, sum.compareTo(number(order, "total")));
      assertTrue(sum.signum() > 0);
    }
  }

  @Test
  void whatFollowsAnOrderComesAfterItAndNamesIt() {
    Map<Object, BigDecimal> placed = new HashMap<>();
    Set<Object> cancelled = new HashSet<>();
    for (Map<String, Object> event : EVENTS) {
      Map<String, Object> properties = properties(event);
      Object order = properties.getOrDefault("order_id", "");
      switch (kind(event)) {
        case "Order Completed" -> placed.put(order, number(properties, "total"));
        case "Order Cancelled" -> {
          assertTrue(placed.containsKey(order));
          cancelled.add(order);
        }
        case "Payment Completed" ->
            assertEquals(placed.get(order), number(properties, "amount"), "paid in full");
        case "Order Refunded" -> {
          assertTrue(!cancelled.contains(order), "a cancelled order is not sent back");
          assertTrue(number(properties, "total").compareTo(placed.get(order)) <= 0);
        }
        default -> assertTrue(order.equals("") || placed.containsKey(order));
      }
    }
    assertTrue(!cancelled.isEmpty());
  }

  @Test
  void proportionsAreBelievable() {
    List<Map<String, Object>> orders = all("Order Completed");
    Map<Object, Long> byCustomer =
        EVENTS.stream()
            .filter(event -> kind(event).equals("Order Completed"))
            .collect(Collectors.groupingBy(e -> e.get("userId"), Collectors.counting()));
    double repeat = share(byCustomer.values().stream().filter(n -> n > 1).count(), byCustomer);
    between(0.4, 0.8, repeat);
    between(0.02, 0.08, all("Order Refunded").size() / (double) orders.size());
    between(0.01, 0.04, all("Order Cancelled").size() / (double) orders.size());
    between(
        60,
        200,
        orders.stream().mapToDouble(o -> number(o, "total").doubleValue()).sum() / orders.size());
    between(90, 180, EVENTS.size() / (double) PLAN.customers());
    long british = orders.stream().filter(order -> "GB".equals(order.get("country"))).count();
    between(0.35, 0.55, british / (double) orders.size());
    Set<Object> countries = orders.stream().map(o -> o.get("country")).collect(Collectors.toSet());
    assertTrue(countries.containsAll(Set.of("GB", "DE", "FR", "CN", "US", "ES")));
  }

  @Test
  void countriesHaveHabits() {
    assertEquals(Set.of("alipay", "wechat_pay", "card"), methods("CN"));
    assertTrue(methods("DE").contains("invoice"));
    assertEquals(Set.of("en", "de", "fr", "zh", "es"), languages());
  }

  @Test
  void everyEventNamesItsCountryAndNobodyIsReal() {
    for (Map<String, Object> event : EVENTS) {
      assertTrue(properties(event).get("country") instanceof String);
      if (kind(event).equals("identify")) {
        Map<String, Object> traits = map(value(event, "traits"));
        assertTrue(
            value(traits, "email").toString().matches("[a-z.]+[0-9]+@example\\.(com|test)"),
            () -> traits.toString());
        assertTrue(
            traits
                .getOrDefault("phone", "+447700900000")
                .toString()
                .matches("\\+(447700900|493023125|3319900|61491570|1[0-9]{3}55501)[0-9]{2,4}"));
      }
    }
  }

  @Test
  void whatIsBoughtTogetherBelongsTogether() {
    Catalogue catalogue = new Catalogue(PLAN);
    Map<String, Integer> collection =
        catalogue.products().stream().collect(Collectors.toMap(Product::id, Product::collection));
    double[] popularity = new double[catalogue.collections];
    double together = 0;
    double pairs = 0;
    for (Map<String, Object> order : all("Order Completed")) {
      List<Integer> styles =
          lines(order).stream()
              .map(line -> collection.get(String.valueOf(line.get("product_id"))))
              .toList();
      for (int i = 0; i < styles.size(); i++) {
        popularity[styles.get(i)]++;
        for (int j = 0; j < i; j++) {
          pairs++;
          together += styles.get(i).equals(styles.get(j)) ? 1 : 0;
        }
      }
    }
    double all = Arrays.stream(popularity).sum();
    double byChance = Arrays.stream(popularity).map(n -> n * n / (all * all)).sum();
    double lift = together / pairs / byChance;
    assertTrue(lift > 2.5, "lift " + lift);
  }

  @Test
  void starsAndWordsAgree() {
    Words words = new Words("reviews_en.properties");
    for (Map<String, Object> review : all("Product Reviewed")) {
      if ("en".equals(review.get("language"))) {
        int rating = number(review, "rating").intValueExact();
        String text = String.valueOf(review.get("review_body"));
        boolean glad = words.list("good.close").stream().anyMatch(text::contains);
        boolean sad = words.list("bad.close").stream().anyMatch(text::contains);
        assertTrue(rating == 5 || !glad, text);
        assertTrue(rating == 1 || !sad, text);
      }
    }
  }

  @Test
  void theShopWasDownForAnHourAndManyParcelsCameBackOnOneDay() {
    Instant outage = Instant.parse("2026-06-11T18:00:00Z");
    assertTrue(
        EVENTS.stream()
            .map(GeneratorTest::time)
            .noneMatch(at -> !at.isBefore(outage) && at.isBefore(outage.plusSeconds(3600))));
    Map<LocalDate, Long> returns =
        EVENTS.stream()
            .filter(event -> kind(event).equals("Order Refunded"))
            .collect(
                Collectors.groupingBy(
                    e -> time(e).atZone(Plan.ZONE).toLocalDate(), Collectors.counting()));
    long most = returns.values().stream().max(Long::compare).orElse(0L);
    assertEquals(most, returns.get(LocalDate.of(2026, 6, 21)));
  }

  @Test
  void thePlanComesFromTheEnvironmentAndEndsYesterday() {
    Clock clock = Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC);
    assertEquals(new Plan(1, 5_000, 12, LocalDate.of(2026, 6, 30)), Plan.of(Map.of(), clock));
    Map<String, String> small = Map.of("INSIGHT_DEMO_CUSTOMERS", "50", "INSIGHT_DEMO_SEED", "-9");
    assertEquals(new Plan(-9, 50, 12, LocalDate.of(2026, 6, 30)), Plan.of(small, clock));
    assertNotEquals(0, PLAN.months());
    for (String bad : List.of("many", "0", "99999999999", "1e3")) {
      Refused refused =
          assertThrows(Refused.class, () -> Plan.of(Map.of("INSIGHT_DEMO_CUSTOMERS", bad), clock));
      assertEquals("INSIGHT_DEMO_CUSTOMERS", refused.reasons().getFirst().pointer());
    }
  }

  private static byte[] gzip(Plan plan, Path file) throws IOException {
    Generator.Written ignored = new Generator(plan).writeGzip(file);
    assertTrue(ignored.total() > 0);
    return Files.readAllBytes(file);
  }

  private static void between(double low, double high, double value) {
    assertTrue(value >= low && value <= high, value + " is not within " + low + " and " + high);
  }

  private static double share(long part, Map<?, ?> whole) {
    return part / (double) whole.size();
  }

  private static Set<String> methods(String country) {
    return all("Payment Completed").stream()
        .filter(payment -> country.equals(payment.get("country")))
        .map(payment -> String.valueOf(payment.get("method")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> languages() {
    return all("Product Reviewed").stream()
        .map(review -> String.valueOf(review.get("language")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Map<String, Object>> all(String kind) {
    return EVENTS.stream()
        .filter(event -> kind(event).equals(kind))
        .map(GeneratorTest::properties)
        .toList();
  }

  private static List<Map<String, Object>> lines(Map<String, Object> order) {
    return ((List<?>) value(order, "products")).stream().map(GeneratorTest::map).toList();
  }

  private static String kind(Map<String, Object> event) {
    return String.valueOf(event.getOrDefault("event", event.get("type")));
  }

  private static Instant time(Map<String, Object> event) {
    return Instant.parse(value(event, "timestamp").toString());
  }

  private static Map<String, Object> properties(Map<String, Object> event) {
    return map(value(event, "properties"));
  }

  private static BigDecimal number(Map<String, Object> from, String name) {
    return (BigDecimal) value(from, name);
  }

  private static Object value(Map<String, Object> from, String name) {
    return java.util.Objects.requireNonNull(from.get(name), name);
  }

  @SuppressWarnings("unchecked") // the reader makes maps from strings only
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
