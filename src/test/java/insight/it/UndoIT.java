package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.CustomerEvent;
import insight.collect.Deliveries;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.Inbox;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.Sources;
import insight.kernel.Refused;
import insight.privacy.Vault;
import insight.runtime.Caller;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.Role;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An undone import leaves nothing behind, and takes nothing from others. */
@ExtendWith(ArquillianExtension.class)
class UndoIT {
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String HEADER =
      "event,order,customer,name,product,title,quantity,price,time,country";

  @Inject Sources sources;
  @Inject Imports imports;
  @Inject Inbox inbox;
  @Inject Jobs jobs;
  @Inject Deliveries deliveries;
  @Inject Vault vault;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(UndoIT.class, Deployed.class);
  }

  @Test
  void anUndoneImportLeavesEverythingAsItWas() throws Exception {
    Source shop = shop();
    tracked(shop);
    List<String> before = state(shop);
    Deliveries.Counts counts = deliveries.of(shop.id());
    long id = imported(shop, lines(1, 400));
    assertNotEquals(before, state(shop));
    undone(id);
    assertEquals(before, state(shop));
    assertEquals(counts, deliveries.of(shop.id()));
    assertEquals("olive", imports.required(id).reversedBy().orElseThrow());
  }

  @Test
  void aLaterImportKeepsAllOfItsOwnAlsoWhatBothBrought() throws Exception {
    Source shop = shop();
    tracked(shop);
    String first = lines(1, 400);
    String second = lines(2, 400) + first.substring(first.indexOf('\n', first.length() / 2) + 1);
    long alone = imported(shop, second);
    List<String> wanted = happened(shop);
    Deliveries.Counts counts = imports.required(alone).counts();
    long lines = lines(imports.required(alone));
    undone(alone);
    long a = imported(shop, first);
    long b = imported(shop, second);
    assertNotEquals(0, imports.required(b).counts().duplicates());
    undone(a);
    assertEquals(wanted, happened(shop));
    assertEquals(counts, imports.required(b).counts());
    assertEquals(lines, lines(imports.required(b)));
    undone(b);
  }

  @Test
  void whatWasUndoneCanBeImportedAgainAndUndoneOnce() throws Exception {
    Source shop = shop();
    String file = lines(3, 50);
    long id = imported(shop, file);
    List<String> wanted = state(shop);
    undone(id);
    assertThrows(Refused.class, () -> imports.reverse(id, OLIVE));
    long again = imported(shop, file);
    assertEquals(0, imports.required(again).counts().duplicates());
    assertEquals(wanted, state(shop));
  }

  @Test
  void anImportCancelledInTheMiddleGoesOnWhereItWas() throws Exception {
    Source shop = shop();
    byte[] file = lines(4, 150_000).getBytes(StandardCharsets.UTF_8);
    long id = imports.start(shop.id(), "long.csv", new ByteArrayInputStream(file), OLIVE);
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (imports.required(id).counts().read() == 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    jobs.cancel(id);
    long asked = System.nanoTime();
    while (jobs.required(id).state().open() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertEquals(Job.State.CANCELLED, jobs.required(id).state());
    assertTrue(System.nanoTime() - asked < Duration.ofSeconds(5).toNanos());
    long stored = imports.required(id).counts().accepted();
    assertTrue(stored > 0 && stored < 150_000, () -> stored + " were stored when it stopped");
    jobs.resume(id);
    await(id);
    assertEquals(150_000, imports.required(id).counts().accepted());
    assertEquals(0, imports.required(id).counts().duplicates());
    undone(id);
    assertEquals(List.of(), happened(shop));
  }

  /** Order lines of all classes; which of them are cancelled may have changed since. */
  private static long lines(Import delivery) {
    return delivery.classes().values().stream()
        .mapToLong(
            c -> c instanceof Map<?, ?> m && m.get("lines") instanceof Number n ? n.longValue() : 0)
        .sum();
  }

  private Source shop() {
    String mapping =
        "{\"event\":\"event\",\"order\":\"order\",\"customer\":\"customer\",\"name\":\"name\","
            + "\"product\":\"product\",\"productName\":\"title\",\"quantity\":\"quantity\","
            + "\"unitPrice\":\"price\",\"time\":\"time\",\"country\":\"country\"}";
    return sources
        .create(
            new NewSource(
                "Undo " + NUMBERS.incrementAndGet(),
                "csv",
                Optional.empty(),
                Json.parse(mapping),
                Optional.empty(),
                Optional.of("UTC"),
                Optional.of("EUR"),
                false),
            OLIVE)
        .source();
  }

  /** What came another way: a profile, an order that a file will cancel, and no country. */
  private void tracked(Source shop) {
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      CustomerEvent.Head head =
          new CustomerEvent.Head(
              "t" + i,
              Instant.parse("2025-02-03T10:00:00Z").plusSeconds(i),
              new CustomerEvent.Subject.ShopId("c" + i),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      events.add(
          new CustomerEvent.Identified(
              head, Optional.of("Tracked " + i), Optional.empty(), Optional.empty()));
      events.add(
          new CustomerEvent.OrderPlaced(
              new CustomerEvent.Head(
                  "o" + i,
                  head.at(),
                  head.subject(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              "order" + i,
              "EUR",
              List.of(
                  new CustomerEvent.Item(
                      "p" + i,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(new java.math.BigDecimal("0.07")),
                      Optional.of(new java.math.BigDecimal("10000.125")))),
              Optional.empty()));
    }
    inbox.accept(shop, events);
  }

  /** Orders, cancellations of some, names that change; the same seed makes the same lines. */
  private static String lines(int seed, int count) {
    Random random = new Random(seed);
    StringBuilder file = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < count; i++) {
      int order = random.nextInt(60);
      boolean cancels = random.nextInt(12) == 0;
      file.append(cancels ? "Order Cancelled" : "Order Completed")
          .append(",order")
          .append(order)
          .append(",c")
          .append(order % 17)
          .append(",Name ")
          .append(seed)
          .append(' ')
          .append(random.nextInt(3))
          .append(",p")
          .append(random.nextInt(25))
          .append(random.nextBoolean() ? ",Thing " + seed : ",")
          .append(cancels ? ",," : "," + (1 + random.nextInt(5)) + ",1" + random.nextInt(9) + ".25")
          .append(",2025-01-")
          .append(String.format(java.util.Locale.ROOT, "%02d", 1 + random.nextInt(28)))
          .append(random.nextBoolean() ? ",FR" : ",")
          .append('\n');
    }
    return file.toString();
  }

  private long imported(Source shop, String file) throws IOException, InterruptedException {
    long id =
        imports.start(
            shop.id(),
            "orders.csv",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            OLIVE);
    await(id);
    return id;
  }

  private void undone(long id) throws InterruptedException {
    await(imports.reverse(id, OLIVE));
  }

  private void await(long job) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (jobs.required(job).state().open() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    Job ended = jobs.required(job);
    assertEquals(Job.State.SUCCEEDED, ended.state(), () -> String.valueOf(ended));
  }

  /** All that is known about the shop, without the numbers that any storing gives anew. */
  private List<String> state(Source shop) {
    List<String> state = new ArrayList<>(happened(shop));
    state.addAll(names(shop));
    return state;
  }

  /** Events, their identities and the customers they are about. */
  private List<String> happened(Source shop) {
    return texts(
        shop,
        List.of(
            "select row(occurred_at, kind, class, customer_key, product, order_no, quantity,"
                + " unit_price, amount_minor, currency, country)::text from co_event"
                + " where source_id = :source",
            "select id_hash::text from co_seen where source_id = :source",
            "select row(customer_key, country, first_seen)::text from co_customer"
                + " where source_id = :source"));
  }

  private List<String> texts(Source shop, List<String> queries) {
    return jdbi.withHandle(
        h ->
            queries.stream()
                .flatMap(
                    sql ->
                        h
                            .createQuery(sql)
                            .bind("source", shop.id())
                            .mapTo(String.class)
                            .list()
                            .stream()
                            .sorted())
                .toList());
  }

  /** What customers and products are called. */
  private List<String> names(Source shop) {
    List<String> names =
        new ArrayList<>(
            texts(
                shop,
                List.of(
                    "select row(product, name, category)::text from co_product"
                        + " where source_id = :source")));
    jdbi.useHandle(
        h ->
            h.createQuery(
                    "select profile_cipher from co_customer"
                        + " where source_id = :source order by customer_key")
                .bind("source", shop.id())
                .mapTo(byte[].class)
                .list()
                .forEach(
                    cipher ->
                        names.add(
                            cipher == null
                                ? "-"
                                : vault.decrypt("co_customer.profile_cipher", cipher))));
    return names;
  }
}
