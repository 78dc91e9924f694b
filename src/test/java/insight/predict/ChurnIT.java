package insight.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import insight.prepare.Origins;
import insight.prepare.Origins.Origin;
import insight.prepare.Persons;
import insight.privacy.Consents;
import insight.privacy.Forgetting;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.train.LearningTask;
import insight.train.Model;
import insight.train.Models;
import insight.train.StartTraining;
import insight.train.TrainingRuns;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who will leave: from orders to scores in the running server, on its real database. */
@ExtendWith(ArquillianExtension.class)
class ChurnIT {
  private static final Instant BEGIN = Instant.parse("2008-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2009-06-30T00:00:00Z");
  private static final int DAYS = 60;
  private static final int PEOPLE = 600;

  /** Not all: what a live model uses cannot be deprecated, which another test does. */
  private static final LearningTask.Design FEW_FEATURES =
      new LearningTask.Design(
          List.of(
              "frequency",
              "orders30",
              "orders90",
              "orders365",
              "recencyDays",
              "tenureDays",
              "meanGapDays",
              "overdueRatio",
              "sales90",
              "monetary"),
          LearningTask.Design.USUAL.validation(),
          LearningTask.Design.USUAL.search(),
          LearningTask.Design.USUAL.budget());

  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final AtomicLong NUMBERS = new AtomicLong(27_000_000);

  @Inject Sources sources;
  @Inject Inbox inbox;
  @Inject Customers customers;
  @Inject Persons persons;
  @Inject Consents consents;
  @Inject Forgetting forgetting;
  @Inject Grants grants;
  @Inject Origins origins;
  @Inject TrainingRuns runs;
  @Inject Models models;
  @Inject ChurnScores scores;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(ChurnIT.class, ShopFixture.class, Deployed.class);
  }

  private Source shop() {
    return sources
        .create(
            NewSource.of(
                "churn " + NUMBERS.incrementAndGet(),
                SourceKind.TRACKING,
                Optional.empty(),
                "Europe/London",
                "GBP"),
            OLIVE)
        .source();
  }

  private CustomerKey key(Source shop, String id) {
    return customers.resolve(id, Optional.of(String.valueOf(shop.id()))).orElseThrow();
  }

  private Grant personal() {
    return grants.of(OLIVE, Purpose.PERSONALISATION);
  }

  private void deliver(Source shop, List<CustomerEvent> events) {
    for (int from = 0; from < events.size(); from += BATCH) {
      inbox.accept(shop, events.subList(from, Math.min(from + BATCH, events.size())));
    }
  }

  /**
   * Half order every 15 days on average and half every 150, at random: how long the last order is
   * ago tells little to whoever does not know how often a customer orders.
   */
  private static List<CustomerEvent> history() {
    SplittableRandom chance = new SplittableRandom(5);
    List<CustomerEvent> events = new ArrayList<>();
    long length = Duration.between(BEGIN, END).toDays();
    for (int person = 0; person < PEOPLE; person++) {
      double pause = person % 2 == 0 ? 15 : 150;
      int order = 0;
      for (double day = chance.nextDouble() * pause;
          day < length;
          day += .01 - pause * Math.log(1 - chance.nextDouble())) {
        events.add(
            ShopFixture.order(
                "o" + person + "-" + order++,
                "p" + person,
                BEGIN.plusSeconds((long) (day * 86_400)),
                "lamp"));
      }
    }
    return events;
  }

  @Test
  void theFirstModelGoesLiveAndScoresEverybodyWhoDidNotRefuse() {
    Source shop = shop();
    deliver(shop, history());
    consents.set(key(shop, "p4"), "personalisation", false, "test");
    long run =
        runs.start(
            new StartTraining(
                PredictChurn.NAME,
                Optional.of("logistic"),
                Map.of("days", (double) DAYS),
                Optional.empty(),
                Optional.of(END),
                1,
                Caller.PORTAL.name(),
                FEW_FEATURES,
                Optional.empty()));
    Model model = awaited(() -> models.ofRun(run), run);
    assertEquals(Model.State.LIVE, model.state(), () -> model.verdict(java.util.Locale.ENGLISH));
    Scoring scoring = awaited(() -> scores.newest().filter(s -> s.modelId() == model.id()), run);
    assertTrue(scoring.people() >= PEOPLE - 20, scoring::toString);
    assertEquals(DAYS, scoring.days());
    assertTrue(scores.of(key(shop, "p4"), personal()).isEmpty());
    ChurnScore stays = scores.of(key(shop, "p6"), personal()).orElseThrow();
    assertFalse(stays.reasons().isEmpty());
    assertEquals(END, stays.asOf());
    assertTrue(
        meanOf(shop, 1) > meanOf(shop, 0) + .3, "who orders rarely is likelier to stay away");
  }

  /** The mean probability of everybody with an even or an odd number. */
  private double meanOf(Source shop, int odd) {
    return java.util.stream.IntStream.range(5, 205)
        .filter(i -> i % 2 == odd)
        .mapToObj(i -> customers.resolve("p" + i, Optional.of(String.valueOf(shop.id()))))
        .flatMap(Optional::stream)
        .flatMap(k -> scores.of(k, personal()).stream())
        .mapToDouble(ChurnScore::probability)
        .average()
        .orElseThrow();
  }

  private <T> T awaited(java.util.function.Supplier<Optional<T>> wanted, long run) {
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      Optional<T> found = wanted.get();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("nothing came of " + runs.required(run));
  }

  @Test
  void whatHappensAfterACutoffIsInItsOutcomesAloneAndCanBeForgotten() {
    Source shop = shop();
    Instant at = Instant.parse("2007-03-01T00:00:00Z");
    inbox.accept(
        shop,
        List.of(
            ShopFixture.order("early", "ann", at.minusSeconds(86_400), "lamp"),
            ShopFixture.order("first", "bob", at.minusSeconds(1), "lamp")));
    Origin before = origins.freeze(NUMBERS.incrementAndGet(), 1, at, DAYS, personal());
    inbox.accept(
        shop,
        List.of(
            ShopFixture.order("last", "ann", at.plus(Duration.ofDays(DAYS)).minusSeconds(1), "urn"),
            ShopFixture.order("late", "bob", at.plus(Duration.ofDays(DAYS)), "urn"),
            ShopFixture.order("new", "cyd", at, "urn")));
    long run = NUMBERS.incrementAndGet();
    Origin after = origins.freeze(run, 1, at, DAYS, personal());
    long ann = key(shop, "ann").value();
    assertEquals(0, differing(before, after), "nothing later is in the features");
    assertEquals(0, orders(before, ann).orElseThrow());
    assertEquals(1, orders(after, ann).orElseThrow());
    assertEquals(0, orders(after, key(shop, "bob").value()).orElseThrow(), "one second too late");
    assertTrue(orders(after, key(shop, "cyd").value()).isEmpty(), "had bought nothing before");
    assertFalse(before.snapshot().hash().equals(after.snapshot().hash()), "outcomes are hashed");
    assertEquals(after, origins.freeze(run, 1, at, DAYS, personal()), "a run that comes again");
    forgetting.forget(persons.person(new CustomerKey(ann)), OLIVE);
    assertTrue(orders(after, ann).isEmpty());
  }

  private Optional<Integer> orders(Origin origin, long person) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select orders from pr_outcome where snapshot_id = :s and person = :p")
                .bind("s", origin.snapshot().id())
                .bind("p", person)
                .mapTo(Integer.class)
                .findOne());
  }

  /** Rows of features that only one of the two has. */
  private long differing(Origin one, Origin other) {
    String rows = "select to_jsonb(f) - 'snapshot_id' from pr_feature_row f where snapshot_id = ";
    String a = rows + one.snapshot().id();
    String b = rows + other.snapshot().id();
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from ((%s except %s) union all (%s except %s)) d"
                        .formatted(a, b, b, a))
                .mapTo(Long.class)
                .one());
  }
}
