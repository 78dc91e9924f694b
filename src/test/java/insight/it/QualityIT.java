package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.Canonical;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.Sources;
import insight.kernel.Refused;
import insight.prepare.cleaning.CleaningResult;
import insight.prepare.cleaning.CleaningResults;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.CleaningRules;
import insight.prepare.cleaning.Rule;
import insight.prepare.cleaning.Target;
import insight.prepare.cleaning.Trial;
import insight.prepare.cleaning.Trials;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.Dimension;
import insight.prepare.quality.FaultyRows;
import insight.prepare.quality.Finding;
import insight.prepare.quality.SourceQuality;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.Role;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cleaning rules and quality checks on the real database. */
@ExtendWith(ArquillianExtension.class)
class QualityIT {
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Target PRICE = new Target.Of(Canonical.UNIT_PRICE);
  private static final Target COUNTRY = new Target.Of(Canonical.COUNTRY);

  @Inject Sources sources;
  @Inject Imports imports;
  @Inject Jobs jobs;
  @Inject CleaningRules rules;
  @Inject CleaningResults results;
  @Inject Trials trials;
  @Inject DataQuality quality;
  @Inject Grants grants;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(QualityIT.class, Deployed.class);
  }

  private Source shop() {
    String mapping =
        "{\"event\":{\"constant\":\"Order Completed\"},\"order\":\"order\",\"customer\":\"customer\","
            + "\"product\":\"product\",\"quantity\":\"quantity\",\"unitPrice\":\"price\","
            + "\"time\":\"time\",\"country\":\"country\"}";
    return sources
        .create(
            new NewSource(
                "Quality " + NUMBERS.incrementAndGet(),
                "csv",
                Optional.empty(),
                Json.parse(mapping),
                Optional.empty(),
                Optional.of("Europe/London"),
                Optional.of("GBP"),
                false),
            OLIVE)
        .source();
  }

  /** Lines of days, ten a day, all sound. */
  private static String lines(int from, int days) {
    StringBuilder file = new StringBuilder();
    for (int day = from; day < from + days; day++) {
      LocalDate date = LocalDate.of(2025, 1, 6).plusDays(day);
      for (int n = 0; n < 10; n++) {
        file.append(
            "o%d,c%d,p%d,%d,%d.50,%sT10:00:0%dZ,GB%n"
                .formatted(day * 10 + n, n, n % 4, 1 + n % 3, 2 + n % 5, date, n));
      }
    }
    return file.toString();
  }

  private long imported(Source shop, String lines) throws Exception {
    String file = "order,customer,product,quantity,price,time,country\n" + lines;
    long id =
        imports.start(
            shop.id(),
            "shop.csv",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            OLIVE);
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Job job = jobs.find(id).orElseThrow();
    while ((job.state() == Job.State.QUEUED || job.state() == Job.State.RUNNING)
        && System.nanoTime() < end) {
      Thread.sleep(100);
      job = jobs.find(id).orElseThrow();
    }
    assertEquals(Job.State.SUCCEEDED, job.state());
    return id;
  }

  private CleaningResult result(long importId, int rule) {
    return results.of(importId).stream()
        .filter(r -> r.rule().id() == rule)
        .findFirst()
        .orElseThrow();
  }

  private Grant grant() {
    return grants.of(OLIVE, Purpose.ANALYSIS);
  }

  @Test
  void rulesKeepApartCountAndMendWhatAnImportBrings() throws Exception {
    Source shop = shop();
    imported(shop, lines(0, 30));
    Rule positive = new Rule.Range(Optional.of(BigDecimal.ZERO), Optional.empty());
    int range = rules.create(new CleaningRule.Draft(shop.id(), PRICE, positive, true, ""), OLIVE);
    int gap =
        rules.create(
            new CleaningRule.Draft(
                shop.id(), PRICE, new Rule.Missing(new Rule.Policy.Median()), false, ""),
            OLIVE);
    int far =
        rules.create(
            new CleaningRule.Draft(
                shop.id(),
                PRICE,
                new Rule.Outlier(Rule.Method.MAD, 5, Rule.Handling.WINSORISE),
                false,
                ""),
            OLIVE);
    long id =
        imported(
            shop,
            "o9001,c1,p1,1,-1,2025-03-01T10:00:00Z,GB\n"
                + "o9002,c1,p1,1,,2025-03-01T10:00:01Z,GB\n"
                + "o9003,c1,p1,1,99999,2025-03-01T10:00:02Z,GB\n"
                + "ｏ9004,c1,p1,１,2.5,2025-03-01T10:00:03Z,GB\n");
    Import file = imports.required(id);
    assertEquals(3, file.counts().accepted());
    assertEquals(1, file.counts().rejected());
    assertEquals(
        "prepare.reject.range", imports.rejects(id, 0, 10, grant()).getFirst().reason().key());
    assertEquals(1, result(id, range).failed());
    assertEquals(1, result(id, gap).changed());
    assertEquals(300, result(id, gap).basis().n());
    assertEquals("4.5", result(id, gap).basis().fill().orElseThrow());
    assertEquals("99999", result(id, far).samples().getFirst().from());
    assertEquals(
        1,
        count(
            "select count(*) from co_event where import_id = :id"
                + " and properties -> 'was' ->> 'unitPrice' = '99999' and unit_price < 100",
            id));
    assertEquals(
        1, count("select count(*) from co_event where import_id = :id and order_no = 'o9004'", id));
  }

  private long count(String sql, long id) {
    return jdbi.withHandle(h -> h.createQuery(sql).bind("id", id).mapTo(Long.class).one());
  }

  @Test
  void aRuleIsCountedOnStoredRowsBeforeItIsKept() throws Exception {
    Source shop = shop();
    imported(shop, lines(0, 20).replaceFirst("GB", "Narnia"));
    Trial trial =
        trials.of(shop.id(), COUNTRY, new Rule.OneOf(List.of("GB")), grant()).orElseThrow();
    assertEquals(200, trial.rows());
    assertEquals(1, trial.failed());
    assertEquals("Narnia", trial.examples().getFirst().value());
    Trial orders =
        trials
            .of(shop.id(), new Target.Of(Canonical.ORDER), new Rule.Matches("x\\d+"), grant())
            .orElseThrow();
    assertEquals(200, orders.failed());
    assertEquals("•••••", orders.examples().getFirst().value());
    assertTrue(
        trials
            .of(shop.id(), new Target.Of(Canonical.EMAIL), new Rule.Required(), grant())
            .isEmpty());
    assertEquals(
        200,
        trials
            .of(
                shop.id(),
                new Target.Of(Canonical.TIME),
                new Rule.Between(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()),
                grant())
            .orElseThrow()
            .failed());
    assertFalse(quality.proposals(shop.id()).isEmpty());
  }

  @Test
  void everyStateOfARuleIsKept() {
    Source shop = shop();
    int id =
        rules.create(
            new CleaningRule.Draft(shop.id(), COUNTRY, new Rule.Required(), false, "why"), OLIVE);
    rules.block(id, 1, true, OLIVE);
    rules.activate(id, 2, false, OLIVE);
    assertThrows(Refused.class, () -> rules.activate(id, 2, true, OLIVE), "somebody was quicker");
    List<CleaningRule> history = rules.history(id);
    assertEquals(List.of(3, 2, 1), history.stream().map(CleaningRule::version).toList());
    assertTrue(history.get(1).blocking());
    Caller reader = new Caller("rita", Set.of(Role.MANAGER));
    assertThrows(Refused.class, () -> rules.activate(id, 3, true, reader));
  }

  @Test
  void aScoreOpensDownToRowsAndWhatIsAcceptedNoLongerCounts() throws Exception {
    Source shop = shop();
    imported(shop, lines(0, 60));
    String late = "o8001,c1,p1,1,2.5,2025-01-07T10:00:00Z,GB\n";
    String twice = "o8002,c1,p1,1,2.5,2025-03-07T10:00:00Z,GB\n";
    String anonymous = "o8003,,p1,1,2.5,2025-03-07T10:00:00Z,Narnia\n";
    imported(shop, late + twice + twice + anonymous);
    quality.look(shop.id());
    SourceQuality now = quality.of(shop.id());
    double before = now.score().value().orElseThrow();
    assertTrue(before < 100, "score " + before);
    Finding missing = new Finding(Dimension.COMPLETENESS, "customer");
    List<FaultyRows.Faulty> rows = quality.rows(now, missing, grant());
    assertEquals(1, rows.size());
    assertEquals(5, rows.getFirst().line());
    assertEquals(1, quality.rows(now, new Finding(Dimension.VALIDITY, "country"), grant()).size());
    assertEquals(
        2, quality.rows(now, new Finding(Dimension.UNIQUENESS, ""), grant()).getFirst().times());
    assertEquals(1, failedEver(shop, "lateness"));
    assertEquals(1, failedEver(shop, "uniqueness"));
    assertTrue(quality.blocking(shop.id()).isEmpty());
    quality.gate(shop.id(), Dimension.VALIDITY, Optional.of(1.0), OLIVE);
    assertEquals(1, quality.blocking(shop.id()).size());
    quality.accept(
        shop.id(), new Finding(Dimension.VALIDITY, "country"), "Narnia is a joke", OLIVE);
    assertTrue(quality.blocking(shop.id()).isEmpty());
    quality.accept(shop.id(), missing, "shop floor sales", OLIVE);
    assertTrue(quality.of(shop.id()).score().value().orElseThrow() > before);
    quality.withdraw(shop.id(), missing, OLIVE);
    assertFalse(quality.course(quality.of(shop.id()), Dimension.VOLUME).isEmpty());
  }

  private long failedEver(Source shop, String dimension) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select sum(failed)::bigint from pr_quality"
                        + " where source_id = :id and dimension = :dimension")
                .bindMap(Map.of("id", shop.id(), "dimension", dimension))
                .mapTo(Long.class)
                .one());
  }
}
