package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.launch.DirectoryTree;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of source on the whole product, against real systems beside it. */
class SourcesIT {
  private static final Path DATA =
      Path.of(System.getProperty("insight.target", "target"), "product-sources");
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String MAPPED =
      """
      "timeZone":"UTC","currency":"EUR","mapping":{"time":"at","customer":"who","order":"no",
      "product":"what","amount":"sum"}""";

  private static Product product = start();
  private static int names;

  @TempDir Path folder;

  private static Product start() {
    DirectoryTree.delete(DATA);
    return Product.start(DATA, Map.of());
  }

  @BeforeAll
  static void ready() {
    assertEquals(200, product.status("/health/ready"));
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String source(String kind, String rest) {
    return product
        .source("{\"name\":\"S" + ++names + "\",\"kind\":\"" + kind + "\"," + rest + "}")
        .getString("id");
  }

  private static JsonObject counts(String job) {
    JsonObject done = product.await(job, LONGEST);
    assertEquals("succeeded", done.getString("state"), done::toString);
    return done.getJsonObject("counts");
  }

  private static void assertCounts(int read, int accepted, int duplicates, JsonObject counts) {
    assertEquals(
        List.of(read, accepted, duplicates, 0),
        List.of(
            counts.getInt("read"),
            counts.getInt("accepted"),
            counts.getInt("duplicates"),
            counts.getInt("rejected")),
        counts::toString);
  }

  private static String one(String sql) {
    return product.rows(sql).getFirst();
  }

  private static void awaitRows(String expected, String sql) {
    for (int i = 0; i < 150 && !one(sql).equals(expected); i++) {
      Product.sleep(300);
    }
    assertEquals(expected, one(sql));
  }

  @Test
  void aWorkbookComesInWithDatesAndNumbersAsTheyAreMeant() throws IOException {
    Path file = folder.resolve("sales.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Umsatz");
      List<String> header = List.of("at", "who", "no", "what", "sum");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i));
      }
      for (int row = 1; row <= 300; row++) {
        sheet.value(row, 0, java.time.LocalDateTime.of(2025, 3, 1, 8, 0).plusHours(row));
        sheet.style(row, 0).format("dd.mm.yyyy hh:mm").set();
        sheet.value(row, 1, "C" + row % 40);
        sheet.value(row, 2, 1000 + row);
        sheet.value(row, 3, "lamp");
        sheet.value(row, 4, 0.1 + 0.2);
      }
    }
    String id = source("excel", MAPPED);
    assertCounts(300, 300, 0, counts(product.upload(id, file, false)));
    assertCounts(300, 0, 300, counts(product.upload(id, file, false)));
    assertEquals(
        "300 9000 2025-03-01 09:00:00+00",
        one(
            "select count(*), sum(amount_minor), min(occurred_at) at time zone 'UTC' || '+00'"
                + " from co_event where source_id = "
                + id));
    JsonObject failed = product.await(product.upload(source("csv", MAPPED), file, false), LONGEST);
    assertEquals("failed", failed.getString("state"));
    assertTrue(failed.getString("reason").contains("Excel"), failed::toString);
  }

  @Test
  void anArchiveIsReadAndABombIsRefusedAtOnce() throws IOException {
    String id = source("csv", MAPPED);
    Path zip = folder.resolve("files.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int part = 0; part < 3; part++) {
        out.putNextEntry(new ZipEntry("../part" + part + ".csv"));
        out.write(lines(part * 100, 100).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertCounts(300, 300, 0, counts(product.upload(id, zip, false)));
    Path bomb = folder.resolve("bomb.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 500; i++) {
        out.write(block);
      }
    }
    long begun = System.nanoTime();
    JsonObject failed = product.await(product.upload(id, bomb, false), LONGEST);
    assertEquals("failed", failed.getString("state"));
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 10);
  }

  private static String lines(int from, int count) {
    StringBuilder text = new StringBuilder("at,who,no,what,sum\n");
    for (int i = from; i < from + count; i++) {
      text.append("2025-03-01 12:00:00,C%d,N%d,lamp,1.50%n".formatted(i % 20, i));
    }
    return text.toString();
  }

  @Test
  void aPausedSourceTakesNothingAndEachChangeIsOnTheTrail() throws IOException {
    JsonObject made =
        product.source(
            "{\"name\":\"Web\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"EUR\"}");
    String id = made.getString("id");
    String one =
        "{\"batch\":[{\"type\":\"page\",\"messageId\":\"p1\",\"userId\":\"u\",\"name\":\"/\"}]}";
    Product.expect(200, product.post("/api/v1/sources/" + id + "/pause", "{}"));
    assertEquals(JsonObject.EMPTY_JSON_OBJECT, product.track(made.getString("writeKey"), one));
    Product.expect(200, product.post("/api/v1/sources/" + id + "/resume", "{}"));
    Product.sleep(1_200); // a key that was looked up is remembered for a second
    assertEquals(1, product.track(made.getString("writeKey"), one).getInt("accepted"));
    String csv = source("csv", MAPPED);
    Product.expect(200, product.post("/api/v1/sources/" + csv + "/pause", "{}"));
    HttpResponse<String> refused =
        product.call(
            "POST",
            "/api/v1/sources/" + csv + "/imports",
            "text/csv",
            BodyPublishers.ofString(lines(0, 1)));
    assertEquals(409, refused.statusCode(), refused::body);
    JsonObject changed =
        Product.object(
            Product.expect(
                200,
                product.call(
                    "PATCH",
                    "/api/v1/sources/" + csv,
                    "application/json",
                    BodyPublishers.ofString(
                        """
                        {"licence":"CC0","basis":"contract","retentionDays":30,
                         "schedule":"0 6 * * 1","country":"DE"}"""))));
    assertEquals("Every Monday at 06:00", changed.getString("scheduleWords"));
    assertTrue(changed.containsKey("nextRun"), changed::toString);
    assertEquals(
        "3",
        one(
            "select count(*) from pv_audit where action = 'change' and subject = 'source "
                + changed.getString("name")
                + "'"));
    HttpResponse<String> wrong =
        product.call(
            "PATCH",
            "/api/v1/sources/" + csv,
            "application/json",
            BodyPublishers.ofString(
                "{\"basis\":\"habit\",\"owner\":\"nobody\",\"schedule\":\"x\"}"));
    assertEquals(400, wrong.statusCode(), wrong::body);
    for (String pointer : List.of("/basis", "/owner", "/schedule")) {
      assertTrue(wrong.body().contains(pointer), wrong::body);
    }
  }

  @Test
  void filesLaidIntoTheFolderAreTakenOnceTheyStopGrowing() throws IOException {
    String id = source("csv", MAPPED);
    Path inbox = Files.createDirectories(DATA.resolve("imports").resolve(id));
    Files.writeString(inbox.resolve("march.csv"), lines(0, 50));
    Files.writeString(inbox.resolve("unfinished.csv.part"), lines(0, 50));
    Files.write(inbox.resolve("photo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
    awaitRows("50", "select count(*) from co_event where source_id = " + id);
    for (int i = 0; i < 60 && !Files.exists(inbox.resolve("failed/photo.png")); i++) {
      Product.sleep(300);
    }
    assertTrue(Files.exists(inbox.resolve("done/march.csv")));
    assertTrue(Files.exists(inbox.resolve("done/march.csv.note.txt")));
    assertTrue(Files.exists(inbox.resolve("failed/photo.png")));
    assertTrue(Files.exists(inbox.resolve("unfinished.csv.part")));
    assertFalse(Files.exists(inbox.resolve("march.csv")));
  }

  @Test
  void aQueryBringsTheRowsOfAnotherDatabaseAndThenOnlyNews() throws SQLException {
    String url;
    String password = "r-e-a-d";
    try (Connection own = product.database()) {
      url = own.getMetaData().getURL().replaceFirst("/insight\\?.*", "/shop");
    }
    try (Connection server =
        DriverManager.getConnection(url.replace("/shop", "/postgres"), "postgres", secret())) {
      server.createStatement().execute("create database shop");
      server.createStatement().execute("create role reader login password 'r-e-a-d'");
    }
    String port = url.replaceFirst(".*:(\\d+)/shop", "$1");
    fill(url, 1, 5_000);
    String settings =
        "\"settings\":{\"host\":\"127.0.0.1\",\"port\":%s,\"database\":\"shop\",\"user\":\"reader\",\"tls\":\"off\",\"password\":\"%s\",\"column\":\"id\",\"query\":\"select id, at, who, no, what, sum from sales\"}"
            .formatted(port, password);
    String mapping = MAPPED.replace("\"time\":\"at\"", "\"id\":\"id\",\"time\":\"at\"");
    JsonObject test =
        Product.object(
            Product.expect(
                200,
                product.post(
                    "/api/v1/sources/test",
                    "{\"name\":\"t\",\"kind\":\"jdbc\"," + settings + "}")));
    assertTrue(test.getBoolean("ok"), test::toString);
    assertEquals(20, test.getJsonArray("rows").size());
    String id = source("jdbc", mapping + "," + settings);
    assertCounts(5_000, 5_000, 0, counts(run(id)));
    assertCounts(1, 0, 1, counts(run(id)));
    fill(url, 5_001, 300);
    assertCounts(301, 300, 1, counts(run(id)));
    JsonObject details = product.json("/api/v1/sources/" + id);
    assertEquals("5300", details.getString("watermark"));
    assertFalse(details.toString().contains("r-e-a-d"), "the password never comes back");
    assertEquals(
        "5300 795000",
        one("select count(*), sum(amount_minor) from co_event where source_id = " + id));
    JsonObject bad =
        Product.object(
            Product.expect(
                200,
                product.post(
                    "/api/v1/sources/test",
                    "{\"name\":\"t\",\"kind\":\"jdbc\","
                        + settings.replace(password, "wrong")
                        + "}")));
    assertFalse(bad.getBoolean("ok"));
    assertTrue(bad.getString("detail").contains("password"), bad::toString);
    JsonObject writing =
        Product.object(
            product
                .post(
                    "/api/v1/sources/test",
                    "{\"name\":\"t\",\"kind\":\"jdbc\","
                        + settings
                            .replace(
                                "select id, at, who, no, what, sum from sales",
                                "with gone as (delete from sales returning *) select * from gone")
                            .replace("\"column\":\"id\",", "")
                        + "}")
                .body());
    assertFalse(writing.getBoolean("ok"), writing::toString);
  }

  private static String run(String source) {
    return Product.object(
            Product.expect(202, product.post("/api/v1/sources/" + source + "/runs", "{}")))
        .getString("id");
  }

  private static void fill(String url, int from, int count) throws SQLException {
    try (Connection shop = DriverManager.getConnection(url, "postgres", secret())) {
      shop.createStatement()
          .execute(
              """
              create table if not exists sales (id bigint primary key, at timestamptz, who text,
                no text, what text, sum numeric(10,2));
              grant select on sales to reader""");
      shop.createStatement()
          .execute(
              "insert into sales select i, timestamptz '2025-03-01 12:00:00.25+00' + i * interval '1 minute',"
                  + " 'C' || i % 50, 'N' || i, 'la\"mp, red', 1.5 from generate_series("
                  + from
                  + ","
                  + (from + count - 1)
                  + ") as i");
    }
  }

  private static String secret() {
    try {
      return Files.readString(DATA.resolve("secrets/db-superuser-password")).strip();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyMessageOfATopicIsStoredOnceThoughThePortalDiesAndMessagesComeTwice() throws Exception {
    try (Broker broker = Broker.start("shop-events", 3)) {
      String settings =
          "\"settings\":{\"servers\":\"%s\",\"topic\":\"shop-events\",\"group\":\"insight\"}"
              .formatted(broker.servers());
      broker.send("shop-events", messages(0, 4_000));
      JsonObject test =
          Product.object(
              Product.expect(
                  200,
                  product.post(
                      "/api/v1/sources/test",
                      "{\"name\":\"t\",\"kind\":\"kafka\"," + settings + "}")));
      assertTrue(test.getBoolean("ok"), test::toString);
      String id = source("kafka", "\"timeZone\":\"UTC\",\"currency\":\"EUR\"," + settings);
      broker.send("shop-events", messages(3_000, 3_000));
      broker.send("shop-events", List.of("no json", "{\"type\":\"track\"}"));
      for (int i = 0; i < 100 && one("select count(*) from co_event").equals("0"); i++) {
        Product.sleep(100);
      }
      product.killEverything();
      broker.send("shop-events", messages(6_000, 4_000));
      product.startAgain();
      awaitRows("10000", "select count(*) from co_event where source_id = " + id);
      awaitRows(
          "10000 1000 2",
          "select sum(accepted), sum(duplicates), sum(rejected) from co_tracked where source_id = "
              + id);
      awaitRows("0", "select lag from co_source_run where source_id = " + id);
      assertEquals("2", one("select count(*) from co_kafka_reject where source_id = " + id));
    }
  }

  private static List<String> messages(int from, int count) {
    List<String> messages = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      messages.add(
          """
          {"type":"track","event":"Product Viewed","messageId":"m%d","userId":"u%d",
           "timestamp":"2025-03-01T12:00:00Z","properties":{"product_id":"p%d"}}"""
              .formatted(i, i % 100, i % 30));
    }
    return messages;
  }

  @Test
  void olistsTablesFindEachOtherInWhateverOrderTheyCome() {
    Path olist = Data.file("olist");
    String payments = olist("payments");
    JsonObject paid =
        counts(
            product.upload(payments, olist.resolve("olist_order_payments_dataset.csv.gz"), false));
    assertCounts(103_886, 103_886, 0, paid);
    assertEquals(
        "103886 1600887212",
        one(
            "select count(*), sum(amount_minor) from co_event where kind = 9 and source_id = "
                + payments));
    String items = olist("items");
    assertCounts(
        11_252,
        11_252,
        0,
        counts(product.upload(items, olist.resolve("subset-10k-2017/order_items.csv.gz"), false)));
    String orders = olist("orders");
    assertCounts(
        10_000,
        10_000,
        0,
        counts(product.upload(orders, olist.resolve("subset-10k-2017/orders.csv.gz"), false)));
    String customers = olist("customers");
    assertCounts(
        10_000,
        10_000,
        0,
        counts(
            product.upload(customers, olist.resolve("subset-10k-2017/customers.csv.gz"), false)));
    assertCounts(
        10_000,
        0,
        10_000,
        counts(product.upload(orders, olist.resolve("subset-10k-2017/orders.csv.gz"), false)));
    String persons = "(select count(distinct person_key) from co_same_customer)";
    assertEquals(
        "t",
        one(
            "select (select count(*) from co_customer where source_id in (%s,%s)) = %s"
                .formatted(orders, customers, persons)));
    assertEquals(
        "0 0",
        one(
            "select count(*) filter (where customer_key is null), count(*) filter (where properties ?? 'timeFrom') from co_event where kind = 7 and source_id = "
                    .replace("??", "?")
                + items));
    assertEquals(
        "103886 1600887212",
        one(
            "select count(*), sum(amount_minor) from co_event where kind = 9 and source_id = "
                + payments));
    assertEquals(
        one(
            "select count(*) from co_event e join co_order o using (order_no) where e.source_id = "
                + payments),
        one(
            "select count(*) from co_event where customer_key is not null and source_id = "
                + payments));
    assertEquals(
        one(
            "select count(*) from co_event e join co_order o using (order_no) where o.status = 'canceled' and e.source_id = "
                + items),
        one("select count(*) from co_event where class = 6 and source_id = " + items));
  }

  private static String olist(String table) {
    return source(
        "csv",
        "\"preset\":\"olist-%s\",\"timeZone\":\"America/Sao_Paulo\",\"currency\":\"BRL\""
            .formatted(table));
  }

  @Test
  void rees46sLogHoldsViewsCartsAndPurchases() {
    String id = source("csv", "\"preset\":\"rees46\",\"timeZone\":\"UTC\",\"currency\":\"USD\"");
    JsonObject counts =
        counts(
            product.upload(
                id, Data.file("rees46-electronics-sample").resolve("test_df.csv"), false));
    assertEquals(851, counts.getInt("accepted"));
    assertEquals(
        List.of("2 488", "4 128", "7 235"),
        product.rows(
            "select kind, count(*) from co_event where source_id = "
                + id
                + " group by kind order by kind"));
  }

  @Test
  void ratesSeriesCatalogueAndProfilesAreFactsNotEvents() throws IOException {
    String rates =
        source(
            "csv",
            "\"content\":\"rates\",\"timeZone\":\"UTC\",\"currency\":\"EUR\",\"mapping\":{\"time\":\"day\",\"currency\":\"code\",\"rate\":\"rate\"}");
    Path file =
        Files.writeString(
            folder.resolve("r.csv"),
            "day,code,rate\n2025-03-03,USD,0.95\n2025-03-04,USD,0.96\n2025-03-04,USD,-1\n");
    JsonObject counts = counts(product.upload(rates, file, false));
    assertEquals(List.of(2, 1), List.of(counts.getInt("accepted"), counts.getInt("rejected")));
    assertEquals("2", one("select count(*) from co_rate where base = 'EUR'"));
    String series =
        source(
            "csv",
            "\"content\":\"series\",\"timeZone\":\"UTC\",\"currency\":\"EUR\",\"mapping\":{\"time\":\"day\",\"series\":{\"constant\":\"rain\"},\"value\":\"mm\",\"country\":\"c\"}");
    file =
        Files.writeString(
            folder.resolve("s.csv"), "day,mm,c\n2025-03-03,4.5,Germany\n2025-03-04,0,DE\n");
    assertCounts(2, 2, 0, counts(product.upload(series, file, false)));
    assertEquals("2", one("select count(*) from co_series_point where country = 'DE'"));
    String products =
        source(
            "csv",
            "\"content\":\"products\",\"timeZone\":\"UTC\",\"currency\":\"EUR\",\"mapping\":{\"product\":\"sku\",\"productName\":\"name\",\"category\":\"cat\",\"image\":\"img\"}");
    file =
        Files.writeString(
            folder.resolve("p.csv"),
            "sku,name,cat,img\nA1,Lamp,Light,https://shop.example/a1.png\nA2,Vase,,\n");
    assertCounts(2, 2, 0, counts(product.upload(products, file, false)));
    assertCounts(2, 0, 2, counts(product.upload(products, file, false)));
    file =
        Files.writeString(
            folder.resolve("p.csv"),
            "sku,name,cat,img\nA1,Lamp red,Light,\nA2,Vase,,javascript:x\n");
    counts = counts(product.upload(products, file, false));
    assertEquals(List.of(1, 1), List.of(counts.getInt("accepted"), counts.getInt("rejected")));
    String profiles =
        source(
            "csv",
            "\"content\":\"customers\",\"timeZone\":\"UTC\",\"currency\":\"EUR\",\"mapping\":{\"customer\":\"id\",\"name\":\"name\",\"email\":\"mail\",\"birthYear\":\"born\"}");
    file =
        Files.writeString(
            folder.resolve("c.csv"),
            "id,name,mail,born\n1,Anna Canary,anna@canary.example,1980\n2,Bert,b@canary.example,\n");
    assertCounts(2, 2, 0, counts(product.upload(profiles, file, false)));
    assertCounts(2, 0, 2, counts(product.upload(profiles, file, false)));
    assertEquals(
        "0",
        one(
            "select count(*) from co_event where source_id in (%s,%s,%s,%s)"
                .formatted(rates, series, products, profiles)));
  }

  @Test
  void whatIsOlderThanItsSourcesRetentionIsDeleted() throws IOException {
    String id = source("csv", MAPPED);
    Path file = Files.writeString(folder.resolve("old.csv"), lines(0, 30));
    counts(product.upload(id, file, false));
    Product.expect(
        200,
        product.call(
            "PATCH",
            "/api/v1/sources/" + id,
            "application/json",
            BodyPublishers.ofString("{\"retentionDays\":10}")));
    awaitRows("0", "select count(*) from co_event where source_id = " + id);
    assertEquals("1", one("select count(*) from pv_audit where action = 'erase'"));
    assertCounts(30, 0, 30, counts(product.upload(id, file, false)));
  }
}
