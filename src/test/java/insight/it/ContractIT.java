package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The outside contract on the whole product, with the data of real shops. */
class ContractIT {
  private static Product product = SharedProduct.get();

  @BeforeAll
  static void start() {
    product = SharedProduct.get();
  }

  private static void assertClass(JsonObject counts, String name, int lines, String amount) {
    JsonObject part = counts.getJsonObject("classes").getJsonObject(name);
    assertEquals(lines, part.getInt("lines"), name);
    assertEquals(amount, part.getString("amount"), name);
  }

  @Test
  void onlineRetailComesInExactlyClassified() {
    JsonObject done = RetailShop.of(product).firstImport();
    assertEquals("succeeded", done.getString("state"), done::toString);
    JsonObject counts = done.getJsonObject("counts");
    assertEquals(541_909, counts.getInt("read"));
    assertEquals(541_909, counts.getInt("accepted"));
    assertEquals(0, counts.getInt("duplicates"));
    assertEquals(0, counts.getInt("rejected"));
    assertEquals(5_268, counts.getInt("identical"));
    assertClass(counts, "sale", 530_103, "10655622.48");
    assertClass(counts, "return", 9_288, "-896812.49");
    assertClass(counts, "adjustment", 3, "-11062.06");
    assertEquals(1_336, counts.getJsonObject("classes").getJsonObject("write-off").getInt("lines"));
    assertEquals(1_179, counts.getJsonObject("classes").getJsonObject("free").getInt("lines"));
    String sums =
        product
            .rows(
                "select sum(quantity)::bigint, sum(amount_minor), count(distinct customer_key)"
                    + " from co_event where source_id = "
                    + RetailShop.of(product).source())
            .getFirst();
    assertEquals("5176450 974774793 4372", sums);
  }

  @Test
  void theSecondImportHasOnlyDuplicatesAndChangesNothing() {
    RetailShop shop = RetailShop.of(product);
    String year = "/api/v1/kpis?from=2010-12-01&to=2011-12-10";
    JsonValue before = product.json(year).get("kpis");
    String job = product.upload(shop.source(), Data.onlineRetail(), true);
    JsonObject counts = product.await(job, Duration.ofMinutes(5)).getJsonObject("counts");
    assertEquals(541_909, counts.getInt("read"));
    assertEquals(541_909, counts.getInt("duplicates"));
    assertEquals(0, counts.getInt("accepted"));
    assertEquals(before, product.json(year).get("kpis"));
  }

  @Test
  void segmentsAreLiveNamedAndSound() {
    JsonObject run = RetailShop.of(product).segments();
    assertEquals("succeeded", run.getString("state"), run::toString);
    JsonObject segments = product.json("/api/v1/segments");
    long people =
        segments.getJsonArray("items").stream()
            .mapToInt(s -> s.asJsonObject().getInt("size"))
            .sum();
    assertEquals(4_338, people);
    List<String> names =
        segments.getJsonArray("items").stream()
            .map(s -> s.asJsonObject().getString("name"))
            .toList();
    assertEquals(names.size(), names.stream().distinct().count(), names::toString);
  }

  @Test
  void recommendationsBeatWhatSellsBestAndSayWhy() {
    JsonObject run = RetailShop.of(product).ranking();
    JsonObject ndcg = metric(run, "ndcg@10");
    assertTrue(
        ndcg.getJsonNumber("low").doubleValue() > ndcg.getJsonNumber("baseline").doubleValue());
    assertEquals(.1226, ndcg.getJsonNumber("value").doubleValue(), .003);
    JsonObject list =
        product.json("/api/v1/recommendations?customer=17850&source=Online%20Retail&limit=5");
    assertEquals("none", list.getString("fallback"));
    assertEquals(5, list.getJsonArray("items").size());
    String reason = list.getJsonArray("items").getJsonObject(0).getString("reason");
    assertTrue(reason.contains("bought"), reason);
    JsonObject unknown = product.json("/api/v1/recommendations?customer=nobody&limit=5");
    assertEquals("popularity", unknown.getString("fallback"));
    assertEquals(400, product.get("/api/v1/recommendations?customer=17850&limit=0").statusCode());
  }

  private static JsonObject metric(JsonObject run, String name) {
    return run.getJsonArray("metrics").getValuesAs(JsonObject.class).stream()
        .filter(m -> m.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSameSeedOnTheSameDataGivesTheSameFigures() {
    RetailShop shop = RetailShop.of(product);
    String again =
        Product.object(
                Product.expect(
                    202,
                    product.post(
                        "/api/v1/training-runs",
                        "{\"task\":\"segment-customers\",\"seed\":1,\"period\":{\"to\":\""
                            + shop.segments().getString("cutoff")
                            + "\"}}")))
            .getString("id");
    product.await(again, Duration.ofMinutes(3));
    JsonObject second = product.json("/api/v1/training-runs/" + again);
    assertEquals(shop.segments().get("metrics"), second.get("metrics"));
    assertEquals(hash(shop.segments()), hash(second));
  }

  private static JsonValue hash(JsonObject run) {
    return run.getJsonObject("provenance").getJsonObject("model").getJsonString("sha256");
  }

  @Test
  void cdnowComesInWholeAndCannotServeRecommendations() {
    String source =
        product
            .source(
                "{\"name\":\"CDNOW\",\"kind\":\"csv\",\"preset\":\"cdnow\",\"country\":\"US\","
                    + "\"timeZone\":\"UTC\",\"currency\":\"USD\"}")
            .getString("id");
    String job = product.upload(source, Data.cdnow(), false);
    JsonObject counts = product.await(job, Duration.ofMinutes(3)).getJsonObject("counts");
    assertEquals(69_659, counts.getInt("accepted"), counts::toString);
    assertEquals(23_570, counts.getInt("customers"), counts::toString);
    JsonObject sale = counts.getJsonObject("classes").getJsonObject("sale");
    assertEquals("2500315.63", sale.getString("amount"), counts::toString);
    JsonObject customer = product.json("/api/v1/customers/00001?source=CDNOW");
    assertTrue(customer.getString("id").startsWith("c-"));
    RetailShop.of(product);
    assertEquals(409, product.get("/api/v1/customers/17850").statusCode());
    String retail = "/api/v1/customers/17850?source=Online%20Retail";
    assertNotEquals(
        product.json(retail).getString("id"),
        product.json("/api/v1/customers/17850?source=CDNOW").getString("id"));
  }

  @Test
  void whoMayNotIsToldWhatIsMissing() {
    HttpRequest none = HttpRequest.newBuilder(product.at("/api/v1/kpis")).build();
    HttpResponse<String> answer = product.send(none);
    assertEquals(401, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").contains("problem+json"));
    String token =
        Product.object(
                Product.expect(
                    201,
                    product.post(
                        "/api/v1/tokens",
                        "{\"name\":\"reader\",\"user\":\"admin\",\"scopes\":[\"read\"]}")))
            .getString("token");
    HttpRequest outside =
        HttpRequest.newBuilder(product.at("/api/v1/sources"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    assertEquals(403, product.send(outside).statusCode());
    assertEquals(404, product.get("/api/v1/customers/nobody-at-all").statusCode());
    assertEquals(404, product.get("/api/v1/jobs/99999999").statusCode());
  }

  @Test
  void whatIsNotBuiltSaysSo() {
    for (String path :
        List.of("/api/v1/predictions/intent?customer=17850", "/api/v1/customers/17850/export")) {
      HttpResponse<String> answer = product.get(path);
      assertEquals(501, answer.statusCode(), path + ": " + answer.body());
      assertTrue(answer.headers().firstValue("Content-Type").orElse("").contains("problem+json"));
    }
    HttpResponse<String> intent =
        product.post("/api/v1/training-runs", "{\"task\":\"predict-intent\"}");
    assertEquals(501, intent.statusCode(), intent.body());
  }

  @Test
  void aRuleThatCannotBeReadIsRefusedAtItsPlace() {
    HttpResponse<String> answer =
        product.post(
            "/api/v1/segments/preview",
            "{\"all\":[{\"field\":\"frequenzy\",\"op\":\"ge\",\"value\":3}]}");
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("/all/0/field"), answer.body());
    assertTrue(answer.body().contains("frequency"), answer.body());
  }

  @Test
  void aBadMessageNeverSpoilsItsBatch() {
    JsonObject shop =
        product.source(
            "{\"name\":\"tracked\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"EUR\"}");
    String good =
        "{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"g%d\",\"userId\":\"u\","
            + "\"timestamp\":\"2025-03-05T10:00:00Z\",\"properties\":{\"product_id\":\"p\"}}";
    List<String> bad =
        List.of(
            "7",
            "{}",
            "{\"type\":\"track\"}",
            "{\"type\":\"dance\",\"messageId\":\"b1\",\"userId\":\"u\"}",
            "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"u\",\"properties\":[]}",
            "{\"type\":\"track\",\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"p\"}}",
            "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"u\",\"timestamp\":\"2025-02-30T00:00:00Z\",\"properties\":{\"product_id\":\"p\"}}",
            "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"u\",\"timestamp\":\"9999-01-01T00:00:00Z\",\"properties\":{\"product_id\":\"p\"}}",
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u\",\"properties\":{\"order_id\":\"1\",\"currency\":\"UKP\",\"products\":[{\"product_id\":\"p\",\"price\":1}]}}",
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u\",\"properties\":{\"order_id\":\"1\",\"products\":[{\"product_id\":\"p\",\"price\":\"NaN\"}]}}",
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u\",\"properties\":{\"order_id\":\"1\",\"products\":[{\"product_id\":\"p\",\"price\":1e400}]}}",
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u\",\"properties\":{\"order_id\":\"1\",\"products\":[{\"product_id\":\"p\",\"price\":-3}]}}",
            "{\"type\":\"track\",\"event\":\"Product Reviewed\",\"userId\":\"u\",\"properties\":{\"product_id\":\"p\",\"rating\":9}}");
    StringBuilder batch = new StringBuilder("{\"batch\":[");
    for (int i = 0; i < bad.size(); i++) {
      batch.append(String.format(good, i)).append(',').append(bad.get(i)).append(',');
    }
    batch.append(String.format(good, 999)).append("]}");
    JsonObject answer = product.track(shop.getString("writeKey"), batch.toString());
    assertEquals(bad.size() + 1, answer.getInt("accepted"), answer::toString);
    assertEquals(bad.size(), answer.getJsonArray("rejected").size(), answer::toString);
    answer
        .getJsonArray("rejected")
        .getValuesAs(JsonObject.class)
        .forEach(
            r -> {
              assertTrue(r.getString("pointer").startsWith("/batch/"), r::toString);
              assertFalse(r.getString("detail").isBlank());
            });
    assertTrue(answer.toString().contains("Did you mean GBP"), answer::toString);
    JsonObject again = product.track(shop.getString("writeKey"), batch.toString());
    assertEquals(0, again.getInt("accepted"));
    assertEquals(bad.size() + 1, again.getInt("duplicates"));
    assertEquals(JsonValue.EMPTY_JSON_OBJECT, product.track("wrong-key", batch.toString()));
  }

  @Test
  void aBodyThatCannotBeReadIsA400() {
    String key =
        product
            .source(
                "{\"name\":\"odd bodies\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"EUR\"}")
            .getString("writeKey");
    byte[] deep = new byte[200_000];
    Arrays.fill(deep, (byte) '[');
    byte[] large = new byte[700_000];
    Arrays.fill(large, (byte) ' ');
    assertEquals(400, raw(key, "nonsense".getBytes(StandardCharsets.UTF_8), false));
    assertEquals(400, raw(key, new byte[0], false));
    assertEquals(400, raw(key, deep, false));
    assertEquals(400, raw(key, "[1,2]".getBytes(StandardCharsets.UTF_8), false));
    assertEquals(400, raw(key, new byte[] {1, 2, 3}, true));
    assertEquals(413, raw(key, large, false));
    assertEquals(413, raw(key, gzip(large), true));
  }

  private static int raw(String key, byte[] body, boolean gzip) {
    String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.at("/v1/batch"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (gzip) {
      request.header("Content-Encoding", "gzip");
    }
    return product.send(request.build()).statusCode();
  }

  private static byte[] gzip(byte[] clear) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(clear);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void badLinesAreNamedAndTheGoodRestIsKept() throws IOException {
    String source = ownColumns("bad lines");
    String text =
        "\uFEFFwhen,who,order,what,n,price\n"
            + "2025-03-01 10:00:00,a,1,lamp,1,2.50\n"
            + "2025-02-30 10:00:00,a,2,lamp,1,2.50\n"
            + "2025-03-01 10:00:00,a,3,lamp,many,2.50\n"
            + "2025-03-01 10:00:00,a,4,lamp,1,NaN\n"
            + "2025-03-01 10:00:00,a,5,lamp,1\n"
            + "2025-03-01 10:00:00,a,6,\"lamp,1,2.50\n"
            + "2025-03-01 10:00:00,b,7,\"tall \"\"lamp\"\"\",2,2.50\n"
            + "9999-03-01 10:00:00,b,8,lamp,2,2.50\n"
            + "2025-03-01 10:00:00,b,9,vase,1,3\n";
    JsonObject done = imported(source, text.getBytes(StandardCharsets.UTF_8));
    JsonObject counts = done.getJsonObject("counts");
    assertEquals(3, counts.getInt("accepted"), done::toString);
    assertEquals(6, counts.getInt("rejected"), done::toString);
    JsonObject rejects = product.json("/api/v1/imports/" + done.getString("id") + "/rejects");
    assertEquals(6, rejects.getJsonArray("items").size(), rejects::toString);
    rejects
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .forEach(r -> assertFalse(r.getString("reason").isBlank(), r::toString));
  }

  @Test
  void latin1IsReadAndSaid() throws IOException {
    String source = ownColumns("latin");
    String text = "when,who,order,what,n,price\n2025-03-01 10:00:00,a,1,Grüße für Ähren,1,2.50\n";
    JsonObject done = imported(source, text.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("succeeded", done.getString("state"), done::toString);
    assertEquals(1, done.getJsonObject("counts").getInt("accepted"));
    assertNotEquals("UTF-8", done.getJsonObject("counts").getString("encoding"));
  }

  @Test
  void filesThatCannotBeReadFailWithAReason() throws IOException {
    String source = ownColumns("unreadable");
    JsonObject missing =
        imported(source, "when,who\n2025-03-01 10:00:00,a\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("failed", missing.getString("state"), missing::toString);
    assertFalse(missing.getString("reason").isBlank());
    JsonObject zip = imported(source, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0});
    assertEquals("failed", zip.getString("state"), zip::toString);
    byte[] whole = gzip(lines(20_000).getBytes(StandardCharsets.UTF_8));
    JsonObject cut = imported(source, Arrays.copyOf(whole, whole.length / 2));
    assertEquals("failed", cut.getString("state"), cut::toString);
    int kept = cut.getJsonObject("counts").getInt("accepted");
    assertTrue(kept > 0, cut::toString);
    JsonObject again = imported(source, whole);
    assertEquals("succeeded", again.getString("state"), again::toString);
    assertEquals(kept, again.getJsonObject("counts").getInt("duplicates"), again::toString);
    assertEquals(20_000 - kept, again.getJsonObject("counts").getInt("accepted"));
  }

  private static String lines(int count) {
    StringBuilder text = new StringBuilder("when,who,order,what,n,price\n");
    for (int i = 0; i < count; i++) {
      text.append("2025-03-01 10:00:00,c").append(i % 50).append(",o").append(i).append(",p");
      text.append(i % 9).append(",1,").append(i % 7 + 1).append(".25\n");
    }
    return text.toString();
  }

  private static String ownColumns(String name) {
    return product
        .source(
            "{\"name\":\""
                + name
                + "\",\"kind\":\"csv\",\"timeZone\":\"UTC\",\"currency\":\"GBP\",\"mapping\":"
                + "{\"time\":{\"column\":\"when\",\"format\":\"yyyy-MM-dd HH:mm:ss\"},"
                + "\"customer\":\"who\",\"order\":\"order\",\"product\":\"what\","
                + "\"quantity\":\"n\",\"unitPrice\":\"price\"}}")
        .getString("id");
  }

  private static JsonObject imported(String source, byte[] content) throws IOException {
    var file = Files.createTempFile("upload", ".csv");
    try {
      Files.write(file, content);
      return product.await(product.upload(source, file, false), Duration.ofMinutes(2));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void anAlertFiresIsAcknowledgedAndItsRuleCanGo() {
    RetailShop.of(product);
    JsonObject rule =
        Product.object(
            Product.expect(
                201,
                product.post(
                    "/api/v1/alert-rules",
                    "{\"name\":\"quiet\",\"metric\":\"orders\",\"condition\":"
                        + "{\"below\":1000000},\"window\":\"P1D\",\"for\":\"PT0S\","
                        + "\"severity\":\"warning\",\"channels\":[]}")));
    JsonObject alert = firing("quiet");
    Product.expect(
        200, product.post("/api/v1/alerts/" + alert.getString("id") + "/acknowledgement", "{}"));
    assertTrue(product.json("/api/v1/alerts?state=acknowledged").toString().contains("quiet"));
    assertEquals(
        409,
        product
            .post("/api/v1/alerts/" + alert.getString("id") + "/acknowledgement", "{}")
            .statusCode());
    HttpResponse<String> gone =
        product.call(
            "DELETE",
            "/api/v1/alert-rules/" + rule.getString("id"),
            "application/json",
            BodyPublishers.noBody());
    assertTrue(gone.statusCode() < 300, gone.body());
    HttpResponse<String> unknown =
        product.post(
            "/api/v1/alert-rules",
            "{\"name\":\"x\",\"metric\":\"revenu\",\"condition\":{\"above\":2},\"window\":\"P1D\","
                + "\"for\":\"PT0S\",\"severity\":\"warning\",\"channels\":[]}");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.body().contains("revenue"), unknown.body());
  }

  private static JsonObject firing(String name) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end) {
      for (JsonObject alert :
          product
              .json("/api/v1/alerts?state=firing")
              .getJsonArray("items")
              .getValuesAs(JsonObject.class)) {
        if (alert.toString().contains("\"" + name + "\"")) {
          return alert;
        }
      }
      Product.sleep(500);
    }
    throw new AssertionError("no alert of rule " + name + " fired in a minute");
  }

  @Test
  void feedbackIsStoredAsOneMoreEventAndHeeded() {
    RetailShop.of(product);
    String product1 =
        product
            .json("/api/v1/recommendations?customer=17850&source=Online%20Retail&limit=1")
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("product");
    HttpResponse<String> given =
        product.post(
            "/api/v1/feedback",
            "{\"customer\":\"17850\",\"source\":\"Online Retail\",\"about\":{\"recommendation\":\""
                + product1
                + "\"},\"verdict\":\"down\",\"reason\":\"not my taste\",\"text\":\"no\"}");
    assertTrue(given.statusCode() / 100 == 2, given.body());
    String after =
        product
            .json("/api/v1/recommendations?customer=17850&source=Online%20Retail&limit=1")
            .toString();
    assertFalse(after.contains("\"product\":\"" + product1 + "\""), after);
    assertEquals(
        400,
        product
            .post("/api/v1/feedback", "{\"customer\":\"17850\",\"about\":{},\"verdict\":\"maybe\"}")
            .statusCode());
  }

  @Test
  void healthSaysNoMoreThanItMust() {
    assertEquals(200, product.status("/health/ready"));
    assertEquals(200, product.status("/health/live"));
    HttpResponse<String> page = product.send(HttpRequest.newBuilder(product.at("/login")).build());
    assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    assertTrue(page.headers().firstValue("Server").isEmpty());
    assertTrue(page.headers().firstValue("X-Powered-By").isEmpty());
  }
}
