package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.CustomerEvent;
import insight.collect.Customers;
import insight.collect.Inbox;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.prepare.Persons;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.privacy.Audit;
import insight.privacy.Consents;
import insight.privacy.Field;
import insight.privacy.Forgetting;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Holder;
import insight.privacy.Purpose;
import insight.privacy.Reveals;
import insight.runtime.Caller;
import insight.runtime.Role;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Promises that only hold in the running server, on its real database. */
@ExtendWith(ArquillianExtension.class)
class InsideIT {
  private static final Instant MARCH = Instant.parse("2025-03-01T12:00:00Z");
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final AtomicLong NUMBERS = new AtomicLong(9_000_000);

  @Inject Sources sources;
  @Inject Inbox inbox;
  @Inject Customers customers;
  @Inject Persons persons;
  @Inject Snapshots snapshots;
  @Inject Grants grants;
  @Inject Reveals reveals;
  @Inject Consents consents;
  @Inject Forgetting forgetting;
  @Inject Audit audit;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(InsideIT.class, ShopFixture.class, Deployed.class);
  }

  private Source shop(String name) {
    return sources
        .create(
            NewSource.of(
                name + " " + NUMBERS.incrementAndGet(),
                SourceKind.TRACKING,
                Optional.empty(),
                "Europe/London",
                "GBP"),
            OLIVE)
        .source();
  }

  private long count(String sql, Map<String, ?> arguments) {
    return jdbi.withHandle(h -> h.createQuery(sql).bindMap(arguments).mapTo(Long.class).one());
  }

  private Snapshot freeze(Snapshot.Kind kind, Instant cutoff) {
    long id = NUMBERS.incrementAndGet();
    Snapshots.Request request = new Snapshots.Request(kind, Optional.empty(), Optional.of(cutoff));
    snapshots.freeze(id, request, grants.of(OLIVE, Purpose.PERSONALISATION));
    return snapshots.read(id);
  }

  private static Optional<Snapshot.CustomerFeatures.Customer> of(Snapshot frozen, CustomerKey key) {
    return ((Snapshot.CustomerFeatures) frozen)
        .customers().stream().filter(c -> c.person() == key.value()).findFirst();
  }

  @Test
  void theSameEventTwiceCountsOnce() {
    Source shop = shop("twice");
    List<CustomerEvent> events =
        List.of(
            ShopFixture.order("t1", "anna", MARCH, "lamp", "vase"),
            ShopFixture.order("t2", "anna", MARCH.plusSeconds(60), "lamp"));
    Inbox.Receipt first = inbox.accept(shop, events);
    Inbox.Receipt again = inbox.accept(shop, events.reversed());
    assertEquals(2, first.accepted());
    assertEquals(0, first.duplicates());
    assertEquals(0, again.accepted());
    assertEquals(2, again.duplicates());
    assertEquals(
        3, count("select count(*) from co_event where source_id = :s", Map.of("s", shop.id())));
  }

  @Test
  void theSameEventTwiceInOneBatchCountsOnce() {
    Source shop = shop("batch");
    CustomerEvent order = ShopFixture.order("b1", "bert", MARCH, "lamp");
    Inbox.Receipt receipt = inbox.accept(shop, List.of(order, order, order));
    assertEquals(1, receipt.accepted());
    assertEquals(2, receipt.duplicates());
    assertEquals(
        1, count("select count(*) from co_event where source_id = :s", Map.of("s", shop.id())));
  }

  @Test
  void aCancelledOrderIsNoSale() {
    Source shop = shop("cancelled");
    inbox.accept(shop, List.of(ShopFixture.order("c1", "cora", MARCH, "lamp")));
    CustomerEvent cancelled =
        new CustomerEvent.OrderCancelled(
            ShopFixture.head("cancel-c1", "cora", MARCH.plusSeconds(99)), "c1");
    inbox.accept(shop, List.of(cancelled));
    assertEquals(
        0,
        count(
            "select count(*) from co_event where source_id = :s and kind = 7 and class = 1",
            Map.of("s", shop.id())));
  }

  @Test
  void identifiersAndTextAreNotReadableInTheDatabase() {
    Source shop = shop("clear");
    inbox.accept(
        shop,
        List.of(
            ShopFixture.identified("dora-canary", "Dora Canaria", "dora@canary.example", MARCH),
            ShopFixture.reviewed("dora-canary", "lamp", "canary-words of Dora", MARCH)));
    for (String table : List.of("co_event", "co_customer", "co_seen", "pv_audit", "rt_job")) {
      for (String canary : List.of("canary", "Canaria", "Dora")) {
        assertEquals(
            0,
            count(
                "select count(*) from "
                    + table
                    + " t where t::text like :canary"
                    + " or encode(cast(t::text as bytea), 'escape') like :canary",
                Map.of("canary", "%" + canary + "%")),
            canary + " is readable in " + table);
      }
    }
  }

  @Test
  void identitiesAreMaskedUntilRevealedWithAReason() {
    Source shop = shop("masked");
    inbox.accept(
        shop, List.of(ShopFixture.identified("emil-77", "Emil Sommer", "emil@example.com", MARCH)));
    CustomerKey emil = customers.required("emil-77", Optional.of(String.valueOf(shop.id())));
    Grant masked = grants.of(OLIVE, Purpose.SERVICE);
    assertFalse(masked.allows(Field.IDENTITY));
    String shown = String.valueOf(customers.identity(emil, masked));
    assertFalse(shown.contains("Sommer"), shown);
    assertFalse(shown.contains("emil@"), shown);
    long before = audit.about(emil.toString(), 100).size();
    try {
      reveals.reveal(OLIVE, Purpose.SERVICE, " ", emil);
      throw new AssertionError("a reveal without a reason was allowed");
    } catch (Refused expected) {
      assertEquals(before, audit.about(emil.toString(), 100).size());
    }
    Grant clear = reveals.reveal(OLIVE, Purpose.SERVICE, "asked about an order", emil);
    assertTrue(String.valueOf(customers.identity(emil, clear)).contains("Emil Sommer"));
    assertEquals(before + 1, audit.about(emil.toString(), 100).size());
  }

  @Test
  void nothingAfterTheCutOffLeaksIntoASnapshot() {
    Source shop = shop("leak");
    inbox.accept(
        shop,
        List.of(
            ShopFixture.order("l1", "fred", MARCH, "lamp"),
            ShopFixture.order("l2", "fred", MARCH.plusSeconds(86_400), "vase")));
    CustomerKey fred = customers.required("fred", Optional.of(String.valueOf(shop.id())));
    Instant cutoff = MARCH.plusSeconds(2 * 86_400);
    Snapshot before = freeze(Snapshot.Kind.CUSTOMER_FEATURES, cutoff);
    Snapshot boughtBefore = freeze(Snapshot.Kind.INTERACTIONS, cutoff);
    inbox.accept(
        shop,
        List.of(
            ShopFixture.order("l3", "fred", cutoff, "chair"),
            ShopFixture.order("l4", "fred", cutoff.plusSeconds(5), "table", "lamp")));
    Snapshot after = freeze(Snapshot.Kind.CUSTOMER_FEATURES, cutoff);
    Snapshot boughtAfter = freeze(Snapshot.Kind.INTERACTIONS, cutoff);
    assertEquals(before.header().hash(), after.header().hash());
    assertEquals(boughtBefore.header().hash(), boughtAfter.header().hash());
    Snapshot.CustomerFeatures.Customer then = of(after, fred).orElseThrow();
    assertEquals(2, then.frequency());
    assertEquals(2000, then.monetaryMinor());
    Snapshot later = freeze(Snapshot.Kind.CUSTOMER_FEATURES, cutoff.plusSeconds(60));
    assertNotEquals(before.header().hash(), later.header().hash());
    assertEquals(4, of(later, fred).orElseThrow().frequency());
  }

  @Test
  void whoRefusedPersonalisationIsInNoTrainingSnapshot() {
    Source shop = shop("refused");
    inbox.accept(shop, List.of(ShopFixture.order("r1", "gina", MARCH, "lamp")));
    CustomerKey gina = customers.required("gina", Optional.of(String.valueOf(shop.id())));
    Instant cutoff = MARCH.plusSeconds(86_400);
    assertTrue(of(freeze(Snapshot.Kind.CUSTOMER_FEATURES, cutoff), gina).isPresent());
    consents.set(gina, "personalisation", false, "test");
    assertTrue(of(freeze(Snapshot.Kind.CUSTOMER_FEATURES, cutoff), gina).isEmpty());
    consents.set(gina, "personalisation", true, "test");
    assertTrue(of(freeze(Snapshot.Kind.CUSTOMER_FEATURES, cutoff), gina).isPresent());
  }

  @Test
  void aForgottenPersonIsInNoTableAndStaysOut() {
    Source shop = shop("forgotten");
    List<CustomerEvent> events =
        new ArrayList<>(List.of(ShopFixture.order("f1", "hugo", MARCH, "lamp")));
    events.add(ShopFixture.identified("hugo", "Hugo Blank", "hugo@example.com", MARCH));
    inbox.accept(shop, events);
    CustomerKey hugo = customers.required("hugo", Optional.of(String.valueOf(shop.id())));
    freeze(Snapshot.Kind.CUSTOMER_FEATURES, MARCH.plusSeconds(86_400));
    consents.set(hugo, "marketing", true, "test");
    Holder.Person person = persons.person(hugo);
    List<Holder.Outcome> outcomes = forgetting.forget(person, OLIVE);
    assertTrue(outcomes.stream().mapToLong(Holder.Outcome::rows).sum() >= 4, outcomes.toString());
    for (String table : personalTables()) {
      assertEquals(0, rowsOf(table, hugo), "rows left in " + table);
    }
    Inbox.Receipt later =
        inbox.accept(shop, List.of(ShopFixture.order("f2", "hugo", MARCH.plusSeconds(9), "vase")));
    assertEquals(1, later.dropped());
    assertEquals(0, later.accepted());
    assertEquals(0, rowsOf("co_event", hugo));
  }

  private List<String> personalTables() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select distinct c.table_name from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and c.column_name in ('customer_key', 'person')
                      and t.table_type = 'BASE TABLE'""")
                .mapTo(String.class)
                .list());
  }

  private long rowsOf(String table, CustomerKey key) {
    String column =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select column_name from information_schema.columns
                        where table_name = :t and column_name in ('customer_key', 'person')
                        order by column_name limit 1""")
                    .bind("t", table)
                    .mapTo(String.class)
                    .one());
    return count(
        "select count(*) from " + table + " where " + column + " = :key",
        Map.of("key", key.value()));
  }

  @Test
  void aChangedRowBreaksTheAuditChain() {
    audit.record("olive", Audit.Action.CHANGE, "a", null, Map.of("n", 1));
    audit.record("olive", Audit.Action.CHANGE, "b", null, Map.of("n", 2));
    assertEquals(Optional.empty(), audit.firstBroken());
    long id = count("select max(id) - 0 from pv_audit where subject = 'a'", Map.of());
    jdbi.useHandle(
        h ->
            h.createUpdate("update pv_audit set actor = 'x' where id = :id")
                .bind("id", id)
                .execute());
    assertEquals(Optional.of(id), audit.firstBroken());
    jdbi.useHandle(
        h ->
            h.createUpdate("update pv_audit set actor = 'olive' where id = :id")
                .bind("id", id)
                .execute());
    assertEquals(Optional.empty(), audit.firstBroken());
  }
}
