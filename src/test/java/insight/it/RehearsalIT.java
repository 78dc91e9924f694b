package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.Draft;
import insight.collect.Drafts;
import insight.collect.DryRuns;
import insight.collect.Imports;
import insight.collect.Mending;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.Sources;
import insight.kernel.Refused;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Chore;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.Role;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dry runs and mending, in the running server on its real database. */
@ExtendWith(ArquillianExtension.class)
class RehearsalIT {
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final List<String> COUNTS =
      List.of("read", "accepted", "duplicates", "rejected", "dropped", "masked", "identical");

  private static final JsonObject MAPPING =
      Json.parse(
          """
          {"event":{"column":"what"},"id":{"column":"nr"},"time":{"column":"when"},
           "customer":{"column":"who"},"order":{"column":"order"},"product":{"column":"item"},
           "quantity":{"column":"qty"},"unitPrice":{"column":"price"},"text":{"column":"said"}}""");

  /** With every fate a line can have: a repeat, a card number, a cancellation, four bad ones. */
  private static final String FILE =
      """
      nr,what,when,who,order,item,qty,price,said
      1,Order Completed,2026-01-02,7,A1,lamp,1,10.00,
      2,Order Completed,2026-01-02,7,A1,vase,2,5.00,
      3,Order Completed,2026-01-03,8,A2,lamp,-1,10.00,
      4,Product Reviewed,2026-01-04,8,,lamp,,,paid with 4111 1111 1111 1111
      2,Order Completed,2026-01-02,7,A1,vase,2,5.00,
      5,Order Cancelled,2026-01-05,9,A3,,,,
      6,Order Completed,2026-01-06,9,A3,lamp,1,10.00,
      7,Order Completed,6 January,9,A4,lamp,1,10.00,
      8,Order Completed,2026-01-06,9,A5,lamp,one,10.00,
      9,Order Completed,2026-01-06,9,A6,lamp,1,=10,
      10,Order Completed,2026-01-06,9
      """;

  @Inject Sources sources;
  @Inject Drafts drafts;
  @Inject DryRuns dryRuns;
  @Inject Imports imports;
  @Inject Mending mending;
  @Inject Grants grants;
  @Inject Jobs jobs;
  @Inject Jdbi jdbi;
  @Inject @Any Instance<Chore> chores;

  @Deployment
  static WebArchive war() {
    return Deployed.with(RehearsalIT.class, Deployed.class);
  }

  private Source shop(String name) {
    NewSource wanted =
        new NewSource(
            name,
            "csv",
            Optional.empty(),
            MAPPING,
            Optional.of("GB"),
            Optional.of("Europe/London"),
            Optional.of("GBP"),
            false);
    return sources.create(wanted, OLIVE).source();
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private Job ended(long id) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      Job job = jobs.required(id);
      if (!job.state().open()) {
        assertEquals(Job.State.SUCCEEDED, job.state(), job.reason().toString());
        return job;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("job " + id + " does not end");
  }

  private static Map<String, Object> counted(Job job) {
    Map<String, Object> counts = new TreeMap<>();
    COUNTS.forEach(name -> counts.put(name, job.counts().getInt(name)));
    counts.put("classes", job.counts().get("classes"));
    return counts;
  }

  /** What all tables of the stage hold, and their sequences. */
  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    for (String table :
        List.of(
            "co_source",
            "co_import",
            "co_reject",
            "co_reject_record",
            "co_mend",
            "co_seen",
            "co_customer",
            "co_product",
            "co_event",
            "co_tracked",
            "co_draft",
            "pv_audit")) {
      contents.put(
          table,
          jdbi.withHandle(
              h ->
                  h.createQuery(
                          "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by"
                              + " t::text)), '') from "
                              + table
                              + " t")
                      .mapTo(String.class)
                      .one()));
    }
    return contents;
  }

  @Test
  void aDryRunTellsWhatTheImportWillDoAndStoresNothing() throws Exception {
    Source shop = shop("rehearsed");
    Map<String, String> before = contents();
    Job rehearsed = ended(dryRuns.start(shop.id(), "shop.csv", body(FILE), OLIVE));
    assertEquals(before, contents());
    Job real = ended(imports.start(shop.id(), "shop.csv", body(FILE), OLIVE));
    assertEquals(counted(real), counted(rehearsed));
    assertEquals(11, rehearsed.counts().getInt("read"));
    assertEquals(4, rehearsed.counts().getInt("rejected"));
    assertEquals(1, rehearsed.counts().getInt("masked"));
    Map<String, String> after = contents();
    Job again = ended(dryRuns.start(shop.id(), "shop.csv", body(FILE), OLIVE));
    assertEquals(0, again.counts().getInt("accepted"));
    assertEquals(7, again.counts().getInt("duplicates"));
    assertEquals(after, contents());
  }

  @Test
  void aDryRunNamesEachTroubleWithItsFirstLines() throws Exception {
    Source shop = shop("troubled");
    Job rehearsed = ended(dryRuns.start(shop.id(), "shop.csv", body(FILE), OLIVE));
    List<JsonObject> reasons =
        rehearsed.counts().getJsonArray("reasons").getValuesAs(JsonObject.class);
    assertEquals(4, reasons.size());
    assertTrue(
        reasons.stream()
            .anyMatch(
                r ->
                    r.getString("key").equals("collect.reject.time")
                        && r.getJsonArray("first").getInt(0) == 9),
        reasons.toString());
    assertFalse(rehearsed.counts().toString().contains("January"), "values stay out of the job");
  }

  @Test
  void aDraftBecomesASourceWithItsFile() throws Exception {
    Draft draft = drafts.begin(OLIVE);
    drafts.hold(draft.id(), "shop.csv", body(FILE), OLIVE);
    assertEquals(9, drafts.preview(draft.id(), OLIVE).columns().size());
    assertThrows(Refused.class, () -> drafts.dryRun(draft.id(), OLIVE));
    JsonObject settings =
        Json.object()
            .add("name", "from a draft")
            .add("kind", "csv")
            .add("mapping", MAPPING)
            .add("timeZone", "Europe/London")
            .add("currency", "GBP")
            .build();
    drafts.save(draft.id(), settings, OLIVE);
    Job rehearsed = ended(drafts.dryRun(draft.id(), OLIVE));
    Drafts.Finished finished = drafts.finish(draft.id(), OLIVE);
    Job real = ended(finished.job().orElseThrow());
    assertEquals(counted(real), counted(rehearsed));
    assertThrows(Refused.class, () -> drafts.required(draft.id(), OLIVE));
    Caller other = new Caller("otto", Set.of(Role.OPERATIONS));
    Draft mine = drafts.begin(OLIVE);
    assertThrows(Refused.class, () -> drafts.required(mine.id(), other));
  }

  @Test
  void mendedLinesComeInOnceAndKnowWhereTheyComeFrom() throws Exception {
    Source shop = shop("mended");
    long first = ended(imports.start(shop.id(), "shop.csv", body(FILE), OLIVE)).id();
    Grant grant = grants.of(OLIVE, Purpose.SERVICE);
    assertEquals(4, mending.groups(first).size());
    List<Mending.Broken> open = mending.open(first, 0, 100, grant);
    assertEquals(List.of(9L, 10L, 11L, 12L), open.stream().map(Mending.Broken::line).toList());
    assertEquals(Mending.MASK, open.getFirst().values().get(3), "who it was is masked");
    assertEquals("6 January", open.getFirst().values().get(2));

    Map<Long, Map<String, String>> changes =
        Map.of(9L, Map.of("when", "2026-01-06"), 10L, Map.of("qty", "1"), 11L, Map.of("item", "x"));
    Mending.Again again = mending.again(first, changes, OLIVE);
    Job mended = ended(again.importId());
    assertEquals(2, mended.counts().getInt("accepted"));
    assertEquals(1, mended.counts().getInt("rejected"));
    assertEquals(Optional.of(first), mending.original(again.importId()));
    assertEquals(
        List.of(12L),
        mending.open(first, 0, 100, grant).stream().map(Mending.Broken::line).toList());
    assertEquals(
        Long.valueOf(9),
        jdbi.withHandle(
            h ->
                h.createQuery("select line from co_event where import_id = :id and order_no = 'A4'")
                    .bind("id", again.importId())
                    .mapTo(Long.class)
                    .one()));
    assertThrows(
        Refused.class, () -> mending.again(first, Map.of(9L, Map.of("when", "2026-01-06")), OLIVE));

    List<Mending.Broken> still = mending.open(again.importId(), 0, 100, grant);
    assertEquals(1, still.size());
    Job last =
        ended(
            mending
                .again(again.importId(), Map.of(11L, Map.of("price", "10", "item", "lamp")), OLIVE)
                .importId());
    assertEquals(1, last.counts().getInt("accepted"));
  }

  @Test
  void rejectsGoOutAsCsvThatNoSpreadsheetRuns() throws Exception {
    Source shop = shop("downloaded");
    long id = ended(imports.start(shop.id(), "shop.csv", body(FILE), OLIVE)).id();
    String csv = mending.csv(id, grants.of(OLIVE, Purpose.SERVICE), Locale.ENGLISH);
    assertTrue(csv.contains(",'=10,"), csv);
    assertEquals(5, csv.lines().count());
  }

  @Test
  void rejectedRecordsAreEncryptedAndGoAfterAMonth() throws Exception {
    Source shop = shop("left over");
    long id = ended(imports.start(shop.id(), "shop.csv", body(FILE), OLIVE)).id();
    assertEquals(4, kept(id));
    assertEquals(
        Integer.valueOf(0),
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "select count(*) from co_reject_record where import_id = :id"
                            + " and encode(record_cipher, 'escape') like '%January%'")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .one()));
    jdbi.useHandle(
        h ->
            h.execute(
                "update co_reject_record set kept_at = kept_at - interval '31 days'"
                    + " where import_id = ? and line < 11",
                id));
    chores.stream()
        .filter(c -> c.getClass().getSimpleName().startsWith("Leftovers"))
        .forEach(Chore::run);
    assertEquals(2, kept(id));
  }

  private int kept(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from co_reject_record where import_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
  }
}
