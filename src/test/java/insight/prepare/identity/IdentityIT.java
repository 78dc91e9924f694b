package insight.prepare.identity;

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
import insight.privacy.Audit;
import insight.privacy.Consents;
import insight.privacy.Forgetting;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Role;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is who on the real database. */
@ExtendWith(ArquillianExtension.class)
class IdentityIT {
  private static final Instant MARCH = Instant.parse("2025-03-01T12:00:00Z");
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final Caller MAX = new Caller("max", Set.of(Role.MANAGER));
  private static final AtomicLong NUMBERS = new AtomicLong(5_000_000);

  @Inject Sources sources;
  @Inject Inbox inbox;
  @Inject Customers customers;
  @Inject Persons persons;
  @Inject Matching matching;
  @Inject MatchRules rules;
  @Inject Merges merges;
  @Inject Proposals proposals;
  @Inject Comparisons comparisons;
  @Inject GoldenRecords golden;
  @Inject SharedIdentifiers shared;
  @Inject Consents consents;
  @Inject Forgetting forgetting;
  @Inject Grants grants;
  @Inject Audit audit;
  @Inject MergesHeard heard;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(IdentityIT.class, MergesHeard.class, ShopFixture.class, Deployed.class);
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

  /** A customer with an order who says who they are; empty: says nothing of it. */
  private long customer(Source shop, String id, String name, String email, String phone) {
    Instant at = MARCH.plusSeconds(NUMBERS.incrementAndGet());
    inbox.accept(
        shop,
        List.of(
            ShopFixture.order("o" + id + shop.id(), id, at, "lamp"),
            new CustomerEvent.Identified(
                ShopFixture.head("who" + id, id, at), text(name), text(email), text(phone))));
    return customers.required(id, Optional.of(String.valueOf(shop.id()))).value();
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }

  private Optional<Proposal> pair(long a, long b) {
    return java.util.stream.Stream.of(Proposal.State.values())
        .flatMap(s -> proposals.list(s, Optional.empty(), 10_000, 0).stream())
        .filter(p -> p.customerKey() == Math.min(a, b) && p.otherKey() == Math.max(a, b))
        .findFirst();
  }

  private Person person(long key) {
    return persons.person(new CustomerKey(key));
  }

  private Grant service() {
    return grants.of(OLIVE, Purpose.SERVICE);
  }

  /** Everything the portal knows of these keys, but who is who. */
  private String history(Set<Long> keys) {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("co_event", "co_customer", "pv_consent", "pr_customer_features")) {
      String column = table.startsWith("pr_") ? "person" : "customer_key";
      String sql =
          """
          select coalesce(md5(string_agg(cast(t as text), '|' order by cast(t as text))), '')
          from %s t where %s = any(:keys)"""
              .formatted(table, column);
      String digest =
          jdbi.withHandle(
              h ->
                  h.createQuery(sql)
                      .bind("keys", keys.toArray(Long[]::new))
                      .mapTo(String.class)
                      .one());
      all.append(digest);
    }
    return all.toString();
  }

  @Test
  void anEqualMailAddressIsProposedMergedAndComesApartExactly() {
    Source web = shop("web");
    Source till = shop("till");
    long a = customer(web, "a1", "Anna Hale", "anna.hale@one.example", "");
    long b = customer(till, "b1", "HALE Anna", "Anna.Hale@ONE.example", "01632 960101");
    consents.set(new CustomerKey(a), "marketing", true, "test");
    consents.set(new CustomerKey(b), "marketing", false, "test");
    matching.run();
    Proposal found = pair(a, b).orElseThrow();
    assertEquals(List.of(MatchKind.EMAIL), found.kinds());
    assertTrue(found.score() > 0.97, String.valueOf(found.score()));
    Comparison masked = comparisons.of(List.of(found), service()).values().iterator().next();
    assertFalse(masked.toString().toLowerCase(java.util.Locale.ROOT).contains("hale"));

    String before = history(Set.of(a, b));
    Merge merge =
        merges.merge(NewMerge.of(found, Optional.of(a), Map.of(PersonField.NAME, a)), OLIVE);
    assertEquals(new Person(a, Set.of(a, b)), person(b));
    assertTrue(pair(a, b).isEmpty(), "it waits for nobody any more");
    assertFalse(consents.of(Set.of(a, b)).getFirst().granted(), "withdrawn under one name");
    GoldenRecord record = golden.of(b, service());
    GoldenRecord.Sourced name = Objects.requireNonNull(record.values().get(PersonField.NAME));
    assertEquals(a, name.key().value());
    assertTrue(name.chosen());
    GoldenRecord.Sourced email = Objects.requireNonNull(record.values().get(PersonField.EMAIL));
    assertEquals(b, email.key().value(), "the newest");
    assertThrows(Refused.class, () -> merges.merge(NewMerge.manual(Set.of(a, b)), OLIVE));

    merges.undo(merge.id(), false, OLIVE);
    assertEquals(new Person(a, Set.of(a)), person(a));
    assertEquals(new Person(b, Set.of(b)), person(b));
    assertEquals(before, history(Set.of(a, b)));
    assertTrue(consents.of(Set.of(a)).getFirst().granted());
    matching.run();
    assertEquals(Proposal.State.REJECTED, pair(a, b).orElseThrow().state());
    assertThrows(Refused.class, () -> merges.undo(merge.id(), false, OLIVE));
    assertTrue(heard.merged().stream().anyMatch(e -> e.merge() == merge.id()));
    assertTrue(
        heard.separated().stream()
            .anyMatch(e -> e.merge() == merge.id() && e.persons().equals(Set.of(a, b))));
    assertEquals(
        2,
        audit.about(new CustomerKey(a).toString(), 10).stream()
            .filter(e -> e.detail().contains("merge\""))
            .count());
  }

  @Test
  void anAliasMergesByItselfAndStaysApartOnceUndone() {
    Source web = shop("alias");
    long anna = customer(web, "anna", "Anna Moss", "", "");
    inbox.accept(web, List.of(ShopFixture.order("x" + web.id(), "anonymous:b77", MARCH, "vase")));
    long browser =
        customers.required("anonymous:b77", Optional.of(String.valueOf(web.id()))).value();
    inbox.accept(
        web, List.of(new CustomerEvent.Aliased(ShopFixture.head("al", "anna", MARCH), "b77")));
    matching.run();
    assertEquals(new Person(anna, Set.of(anna, browser)), person(browser), "the known one stands");
    Merge merge = mergeOf(browser);
    assertEquals("portal", merge.by());
    merges.undo(merge.id(), false, OLIVE);
    inbox.accept(
        web, List.of(new CustomerEvent.Aliased(ShopFixture.head("al2", "anna", MARCH), "b77")));
    matching.run();
    assertEquals(Set.of(browser), person(browser).keys());
  }

  @Test
  void aDeviceBelongsToTheOneWhoUsesItAndToNobodyOnceTwoDo() {
    Source web = shop("device");
    inbox.accept(web, List.of(ShopFixture.order("d" + web.id(), "anonymous:b99", MARCH, "vase")));
    long browser =
        customers.required("anonymous:b99", Optional.of(String.valueOf(web.id()))).value();
    long anna = customer(web, "anna", "Anna Reed", "", "");
    inbox.accept(web, List.of(onDevice("anna", "b99")));
    matching.run();
    assertEquals(Set.of(anna, browser), person(browser).keys());
    long otto = customer(web, "otto", "Otto Rush", "", "");
    inbox.accept(web, List.of(onDevice("otto", "b99")));
    matching.run();
    assertEquals(Set.of(otto), person(otto).keys(), "nobody is merged through it");
    assertEquals(Set.of(browser), person(browser).keys(), "and what the rule did is taken back");
    assertEquals("portal", mergeOf(browser).undone().orElseThrow().by());
  }

  private static CustomerEvent onDevice(String customer, String device) {
    CustomerEvent.Head head = ShopFixture.head("on" + customer + device, customer, MARCH);
    return new CustomerEvent.PageViewed(
        new CustomerEvent.Head(
            head.id(),
            head.at(),
            head.subject(),
            Optional.of(device),
            head.session(),
            head.country(),
            head.language()),
        "/",
        java.util.OptionalInt.empty());
  }

  private Merge mergeOf(long key) {
    return merges.newest(1000, 0).stream()
        .filter(m -> m.keys().contains(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPhoneThatManyUseIsListedAndNotUsed() {
    Source web = shop("office");
    String phone = "+44 1632 960202";
    List<Long> keys = new ArrayList<>();
    for (String name : List.of("Ada Ash", "Ben Birch", "Cleo Cedar")) {
      keys.add(customer(web, name.substring(0, 3), name, "", phone));
    }
    matching.run();
    assertTrue(pair(keys.get(0), keys.get(1)).isPresent(), "three may share a phone");
    assertTrue(
        pair(keys.get(0), keys.get(1)).orElseThrow().score() < Likeness.PROPOSED,
        "but their names differ");
    keys.add(customer(web, "Dan", "Dan Dogwood", "", "01632-960202"));
    matching.run();
    assertTrue(pair(keys.get(0), keys.get(1)).isEmpty(), "four may not");
    assertTrue(
        shared.list(1000).stream()
            .anyMatch(
                s ->
                    s.kind() == MatchKind.PHONE
                        && s.some()
                            .contains(
                                new CustomerKey(keys.stream().sorted().toList().getFirst()))));
    rules.set(new MatchRule(MatchKind.PHONE, MatchRule.Mode.PROPOSED, 4), OLIVE);
    matching.run();
    assertTrue(pair(keys.get(0), keys.get(1)).isPresent(), "until the rule allows it");
    rules.set(new MatchRule(MatchKind.PHONE, MatchRule.Mode.PROPOSED, 3), OLIVE);
  }

  @Test
  void likeNamesAreProposedAndNeverMergedByThemselves() {
    Source web = shop("names");
    long a = customer(web, "n1", "Quirina Abendroth", "", "");
    long b = customer(web, "n2", "Abendroth, Quirina", "", "");
    matching.run();
    Proposal found = pair(a, b).orElseThrow();
    assertTrue(found.kinds().isEmpty() && found.likeness().isPresent());
    assertEquals(Set.of(a), person(a).keys());
    MatchRule never = new MatchRule(MatchKind.NAME, MatchRule.Mode.AUTOMATIC, 3);
    assertThrows(Refused.class, () -> rules.set(never, OLIVE));
    MatchRule off = new MatchRule(MatchKind.NAME, MatchRule.Mode.OFF, 3);
    assertThrows(Refused.class, () -> rules.set(off, MAX), "a manager looks on");
    proposals.decide(found, Proposal.State.LATER, OLIVE);
    assertEquals(Proposal.State.LATER, pair(a, b).orElseThrow().state());
  }

  @Test
  void customerIdsMatchOnlyWhereSourcesShareThem() {
    Source web = shop("ids web");
    Source app = shop("ids app");
    long a = customer(web, "4711", "", "", "");
    long b = customer(app, "4711", "", "", "");
    matching.run();
    assertTrue(pair(a, b).isEmpty());
    rules.space(web.id(), "shared" + web.id(), OLIVE);
    rules.space(app.id(), "shared" + web.id(), OLIVE);
    matching.run();
    assertEquals(Set.of(a, b), person(a).keys());
  }

  @Test
  void whoWasSaidNotToBeTheSameIsNotMergedThroughAThird() {
    Source web = shop("third");
    long a = customer(web, "t1", "Tom Third", "tom.third@two.example", "");
    long b = customer(web, "t2", "Tom Third", "tom.third@two.example", "01632 960303");
    long c = customer(web, "t3", "Tom Third", "", "01632 960303");
    matching.run();
    proposals.decide(pair(a, c).or(() -> pair(a, b)).orElseThrow(), Proposal.State.OPEN, OLIVE);
    jdbi.useHandle(h -> Proposals.decide(h, a, c, Proposal.State.REJECTED, "olive", MARCH));
    merges.merge(NewMerge.of(pair(a, b).orElseThrow()), OLIVE);
    assertTrue(pair(b, c).isEmpty(), "b is a now, and a is not c");
    assertThrows(Refused.class, () -> merges.merge(NewMerge.manual(Set.of(b, c)), OLIVE));
    assertEquals(Set.of(a, b), person(a).keys());
  }

  @Test
  void anyOrderOfMergesAndUndoingsLeavesWhatTheRemainingOnesSay() {
    Source web = shop("order");
    List<Long> keys = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      keys.add(customer(web, "k" + i, "Key " + (char) ('A' + i) + i, "", ""));
      consents.set(new CustomerKey(keys.get(i)), "marketing", i % 3 > 0, "test");
    }
    String before = history(Set.copyOf(keys));
    Random chance = new Random(11);
    List<Long> standing = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      if (standing.size() > 3 && chance.nextBoolean()) {
        merges.undo(standing.remove(chance.nextInt(standing.size())), true, OLIVE);
      } else {
        tried(keys.get(chance.nextInt(8)), keys.get(chance.nextInt(8))).ifPresent(standing::add);
      }
      Partition fresh =
          Partition.of(standing.stream().map(id -> merges.find(id).orElseThrow()).toList());
      for (long key : keys) {
        assertEquals(new Person(fresh.person(key), fresh.keysOf(key)), person(key));
      }
    }
    assertEquals(before, history(Set.copyOf(keys)));
    for (long id : standing) {
      merges.undo(id, true, OLIVE);
    }
    assertEquals(0, count("select count(*) from pr_person where customer_key = any(:keys)", keys));
  }

  private long count(String sql, List<Long> keys) {
    return jdbi.withHandle(
        h -> h.createQuery(sql).bind("keys", keys.toArray(Long[]::new)).mapTo(Long.class).one());
  }

  private Optional<Long> tried(long a, long b) {
    NewMerge wanted =
        new NewMerge(
            List.copyOf(new TreeSet<>(Set.of(a, a == b ? a + 1 : b))),
            Optional.of(b),
            Map.of(PersonField.NAME, b),
            List.of(Merge.MANUAL),
            OptionalDouble.empty());
    return merges.attempt(wanted, OLIVE).map(Merge::id);
  }

  @Test
  void forgettingAMergedPersonForgetsAllItsKeysAndNobodyElse() {
    Source web = shop("forget");
    long a = customer(web, "f1", "Fay Fern", "fay@three.example", "");
    long b = customer(web, "f2", "Fay Fern", "fay@three.example", "");
    long c = customer(web, "f3", "Gus Gorse", "gus@three.example", "");
    long d = customer(web, "f4", "Gus Gorse", "gus@three.example", "");
    matching.run();
    merges.merge(NewMerge.manual(Set.of(a, b)), OLIVE);
    merges.merge(NewMerge.manual(Set.of(c, d)), OLIVE);
    forgetting.forget(person(b), OLIVE);
    for (String sql :
        List.of(
            "select count(*) from pr_merge where keys && cast(:keys as bigint[])",
            "select count(*) from pr_person where customer_key = any(:keys)",
            "select count(*) from pr_identifier where customer_key = any(:keys)",
            "select count(*) from pr_identity where customer_key = any(:keys)",
            "select count(*) from pr_pair where customer_key = any(:keys) or other_key = any(:keys)",
            "select count(*) from co_event where customer_key = any(:keys)")) {
      assertEquals(0, count(sql, List.of(a, b)), sql);
    }
    assertEquals(Set.of(c, d), person(c).keys());
  }
}
