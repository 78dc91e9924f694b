package insight.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.CustomerEvent;
import insight.collect.Customers;
import insight.collect.Inbox;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.it.Deployed;
import insight.it.ShopFixture;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.prepare.Persons;
import insight.prepare.Snapshot;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import insight.privacy.Audit;
import insight.privacy.Consents;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.Transactions;
import insight.train.LearningTask.Order;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Segments and the customer's page on the real database. */
@ExtendWith(ArquillianExtension.class)
class SegmentsIT {
  private static final Instant MARCH = Instant.parse("2025-03-01T12:00:00Z");
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final Caller MAX = new Caller("max", Set.of(Role.MANAGER));
  private static final AtomicLong NUMBERS = new AtomicLong(17_000_000);

  @Inject SegmentStore store;
  @Inject Segments segments;
  @Inject Movements movements;
  @Inject Memberships memberships;
  @Inject CustomerLists lists;
  @Inject CustomerProfiles profiles;
  @Inject Timelines timelines;
  @Inject CustomerNotes notes;
  @Inject SegmentHolder holder;
  @Inject Grants grants;
  @Inject Audit audit;
  @Inject Consents consents;
  @Inject Sources sources;
  @Inject Inbox inbox;
  @Inject Customers customers;
  @Inject Persons persons;
  @Inject Transactions transactions;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(SegmentsIT.class, Shops.class, ShopFixture.class, Deployed.class);
  }

  /** Freezes these customers by hand, groups them and keeps the grouping. */
  private Segmentation kept(List<Customer> shop, Order order) {
    Snapshot.Header header = Shops.of(shop).header();
    long id = NUMBERS.incrementAndGet();
    Snapshot.Header numbered =
        new Snapshot.Header(
            id,
            header.kind(),
            header.from(),
            header.cutoff().plusSeconds(id),
            shop.size(),
            header.hash(),
            header.definition(),
            header.currency(),
            header.createdAt(),
            header.createdBy());
    Grouping grouping =
        (Grouping)
            new SegmentCustomers()
                .train(order, new Snapshot.CustomerFeatures(numbered, shop), share -> {})
                .keepsake();
    transactions.doInNew(
        () -> {
          insert(numbered, shop);
          store.keep(id, id, numbered, grouping);
        });
    return segments.live().orElseThrow();
  }

  private void insert(Snapshot.Header header, List<Customer> shop) {
    jdbi.useHandle(
        h -> {
          h.createUpdate(
                  """
                  insert into pr_snapshot (id, kind, cutoff, rows, hash, definition, currency,
                    created_at, created_by)
                  values (:id, 'customer-features', :cutoff, :rows, 'x', 'x/1', 'GBP', :cutoff, 't')""")
              .bind("id", header.id())
              .bind("cutoff", header.cutoff())
              .bind("rows", shop.size())
              .execute();
          var batch =
              h.prepareBatch(
                  """
                  insert into pr_customer_features (snapshot_id, person, recency_days, frequency,
                    monetary_minor, tenure_days, basket_size, products, categories, return_share,
                    views, country)
                  values (:snapshot, :person, :days, :orders, :minor, 1, 1, :products, 1, 0, 0, 'GB')""");
          for (Customer c : shop) {
            batch
                .bindMap(
                    Map.of(
                        "snapshot", header.id(),
                        "person", c.person(),
                        "days", c.recencyDays(),
                        "orders", c.frequency(),
                        "minor", c.monetaryMinor(),
                        "products", c.products()))
                .add();
          }
          batch.execute();
        });
  }

  private static Order kMeans() {
    return new Order("k-means", Map.of("k", 3.0), 1);
  }

  private Grant service() {
    return grants.of(OLIVE, Purpose.SERVICE);
  }

  @Test
  void everyCustomerOfTheSnapshotIsInOneSegmentOfTheLiveGrouping() {
    Segmentation live = kept(Shops.invented(120, 4).customers(), kMeans());
    assertEquals(120, live.customers());
    Set<CustomerKey> seen = new HashSet<>();
    for (Segment segment : live.segments()) {
      assertEquals(segment.size(), segments.memberCount(segment, service()));
      for (long from = 0; from < segment.size(); from += 7) {
        segments
            .members(segment, service(), from, 7)
            .forEach(m -> assertTrue(seen.add(m.key()), "twice: " + m));
      }
    }
    assertEquals(120, seen.size());
    assertEquals("High value", live.segments().getFirst().title(Locale.ENGLISH));
  }

  @Test
  void aNewGroupingGoesLiveAndMovesAreCountedFromTheOneBefore() {
    List<Customer> shop = Shops.invented(120, 4).customers();
    kept(shop, kMeans());
    List<Customer> later = new ArrayList<>(shop.subList(3, 120));
    Customer fallen = later.getFirst();
    later.set(0, Shops.customer(fallen.person(), 300, 1, 50_000, 8));
    later.add(Shops.customer(9_999_999, 8, 14, 500_000, 80));
    Segmentation now = kept(later, kMeans());
    Moves moves = movements.to(now).orElseThrow();
    assertTrue(moves.comparable());
    assertEquals(121, moves.all().stream().mapToLong(Moves.Move::customers).sum());
    assertEquals(
        1,
        moves.all().stream()
            .filter(m -> m.from().isEmpty())
            .mapToLong(Moves.Move::customers)
            .sum());
    assertEquals(
        3,
        moves.all().stream().filter(m -> m.to().isEmpty()).mapToLong(Moves.Move::customers).sum());
    assertEquals(
        1,
        moves.largest(9).stream().filter(m -> m.from().isPresent() && m.to().isPresent()).count());
  }

  @Test
  void aCustomersPlaceIsExplainedAndHiddenFromWhoRefused() {
    List<Customer> shop = Shops.invented(120, 4).customers();
    Segmentation live = kept(shop, kMeans());
    long key = shop.getFirst().person();
    Person person = new Person(key, Set.of(key));
    Memberships.Standing standing = memberships.of(person, service()).orElseThrow();
    assertEquals(SegmentLabel.HIGH_VALUE, standing.membership().segment().label());
    assertEquals(live.method().scales().size(), standing.membership().reasons().size());
    assertTrue(standing.rfm().frequency() >= 4, standing.rfm().word());
    jdbi.useHandle(
        h -> h.execute("insert into pr_person values (?, ?) on conflict do nothing", key, key));
    consents.set(new CustomerKey(key), "personalisation", false, "test");
    assertTrue(memberships.of(person, service()).isPresent());
    assertTrue(memberships.of(person, grants.of(OLIVE, Purpose.PERSONALISATION)).isEmpty());
    consents.set(new CustomerKey(key), "personalisation", true, "test");
  }

  @Test
  void aNameIsKeptAuditedAndTakenBack() {
    Segmentation live = kept(Shops.invented(120, 4).customers(), kMeans());
    Segment first = live.segments().getFirst();
    Segment second = live.segments().get(1);
    assertEquals(
        "Best friends",
        segments.rename(first.id(), Optional.of(" Best friends "), OLIVE).title(Locale.ENGLISH));
    assertEquals(1, audit.about("segment-" + first.id(), 10).size());
    assertThrows(
        Refused.class, () -> segments.rename(second.id(), Optional.of("best friends"), OLIVE));
    assertThrows(Refused.class, () -> segments.rename(first.id(), Optional.of("x"), MAX));
    assertEquals(
        "High value", segments.rename(first.id(), Optional.empty(), OLIVE).title(Locale.ENGLISH));
  }

  @Test
  void theCustomerListIsFilteredSortedAndPaged() {
    Segmentation live = kept(Shops.invented(120, 4).customers(), kMeans());
    CustomerLists.Basis basis = lists.basis().orElseThrow();
    assertEquals(live.snapshot(), basis.snapshot());
    CustomerLists.Filter inFirst =
        new CustomerLists.Filter(
            Optional.of("GB"), OptionalLong.of(live.segments().getFirst().id()));
    long count = lists.count(basis, inFirst, service());
    assertEquals(live.segments().getFirst().size(), count);
    List<CustomerLists.Listed> listed =
        lists.page(basis, inFirst, CustomerLists.Order.SPEND, service(), 0, 500);
    assertEquals(count, listed.size());
    for (int i = 1; i < listed.size(); i++) {
      assertTrue(listed.get(i - 1).monetaryMinor() >= listed.get(i).monetaryMinor());
    }
    CustomerLists.Filter elsewhere =
        new CustomerLists.Filter(Optional.of("XX"), OptionalLong.empty());
    assertEquals(0, lists.count(basis, elsewhere, service()));
  }

  @Test
  void aTimelineShowsEveryOrderOnceWhateverThePageSize() {
    Source shop =
        sources
            .create(
                NewSource.of(
                    "timeline " + NUMBERS.incrementAndGet(),
                    SourceKind.TRACKING,
                    Optional.empty(),
                    "Europe/London",
                    "GBP"),
                OLIVE)
            .source();
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      // Orders of the same moment must not swallow each other at the end of a page.
      Instant at = MARCH.plusSeconds(i / 3 * 60L);
      events.add(ShopFixture.order("o" + i, "ida", at, "lamp", "vase", "chair"));
    }
    events.add(ShopFixture.reviewed("ida", "lamp", "bright enough", MARCH.plusSeconds(600)));
    inbox.accept(shop, events);
    Person ida = persons.person(customers.required("ida", Optional.of(String.valueOf(shop.id()))));
    for (int size : new int[] {1, 2, 4, 50}) {
      List<Happening> all = all(ida, size, Timelines.Choice.ALL);
      assertEquals(10, all.size(), "pages of " + size);
      assertEquals(9, all.stream().flatMap(h -> h.order().stream()).distinct().count());
      assertTrue(all.stream().filter(h -> h.order().isPresent()).allMatch(h -> h.lines() == 3));
    }
    assertEquals(9, all(ida, 4, Timelines.Choice.ORDERS).size());
    assertEquals(
        Optional.of("bright enough"), all(ida, 50, Timelines.Choice.ALL).getFirst().text());
    Happening hidden =
        timelines
            .page(ida, Timelines.Choice.ALL, Optional.empty(), 1, grants.of(MAX, Purpose.SERVICE))
            .getFirst();
    assertTrue(hidden.hidden() && hidden.text().isEmpty());
    CustomerProfile profile = profiles.of(ida, service());
    assertEquals(9, profile.orders());
    assertEquals(3, profile.products());
    assertEquals(
        profile.turnover().orElseThrow().sales().minor(),
        profiles.months(ida, "GBP", MARCH, service()).stream()
            .mapToLong(m -> m.sales().minor())
            .sum());
  }

  private List<Happening> all(Person person, int size, Timelines.Choice choice) {
    List<Happening> all = new ArrayList<>();
    List<Happening> page = timelines.page(person, choice, Optional.empty(), size, service());
    while (!page.isEmpty()) {
      all.addAll(page);
      page = timelines.page(person, choice, Optional.of(page.getLast().place()), size, service());
    }
    return all;
  }

  @Test
  void notesAreUnreadableInTheDatabaseAndGoWithThePerson() {
    long key = NUMBERS.incrementAndGet();
    Person person = new Person(key, Set.of(key));
    notes.add(person, "likes canaries", service());
    assertEquals("likes canaries", notes.of(person, service()).getFirst().text());
    assertTrue(notes.of(person, grants.of(MAX, Purpose.SERVICE)).isEmpty());
    assertThrows(Refused.class, () -> notes.add(person, "x", grants.of(MAX, Purpose.SERVICE)));
    assertThrows(Refused.class, () -> notes.add(person, "  ", service()));
    assertTrue(holder.export(person).toString().contains("canaries"));
    long readable =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "select count(*) from sg_note where encode(text_cipher, 'escape') like '%canar%'")
                    .mapTo(Long.class)
                    .one());
    assertEquals(0, readable);
    assertEquals(1, holder.forget(person).rows());
    assertFalse(holder.export(person).toString().contains("canaries"));
  }
}
