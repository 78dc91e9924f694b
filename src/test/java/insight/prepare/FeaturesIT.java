package insight.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.NewSource;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.it.Deployed;
import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.FeatureRig;
import insight.prepare.feature.Happened;
import insight.prepare.feature.Oracle;
import insight.prepare.feature.RandomShop;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Role;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The features of the running server against a naive recomputation, and against the future. */
@ExtendWith(ArquillianExtension.class)
class FeaturesIT {
  private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant CUTOFF = Instant.parse("2025-12-15T13:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int PEOPLE = 40;
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);

  @Inject Sources sources;
  @Inject Snapshots snapshots;
  @Inject SnapshotChanges changes;
  @Inject FeatureFigures figures;
  @Inject Features features;
  @Inject Grants grants;
  @Inject PrepareHolder holder;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(
            FeaturesIT.class,
            FeatureRig.class,
            Happened.class,
            Oracle.class,
            RandomShop.class,
            Deployed.class)
        .addClasses(nested(Oracle.class));
  }

  private static Class<?>[] nested(Class<?> type) {
    return type.getDeclaredClasses();
  }

  private int source() {
    return sources
        .create(
            NewSource.of(
                "features " + NUMBERS.incrementAndGet(),
                SourceKind.JSONL,
                Optional.empty(),
                "Europe/London",
                "GBP"),
            OLIVE)
        .source()
        .id();
  }

  private long first(int seed) {
    return 5_000_000_000L + seed * 1_000L;
  }

  private void insert(int source, List<Happened> events) {
    jdbi.useHandle(h -> FeatureRig.insert(h, source, events));
  }

  private Snapshot.Header freeze() {
    return snapshots.freeze(
        NUMBERS.incrementAndGet(),
        new Snapshots.Request(
            Snapshot.Kind.CUSTOMER_FEATURES, Optional.empty(), Optional.of(CUTOFF)),
        grants.of(OLIVE, Purpose.ANALYSIS));
  }

  /** The rows of the people from {@code first} on. */
  private Map<Long, Map<String, Object>> rows(long snapshot, long first) {
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select * from pr_feature_row where snapshot_id = :id
                          and person between :first and :last""")
                    .bind("id", snapshot)
                    .bind("first", first)
                    .bind("last", first + PEOPLE)
                    .mapToMap()
                    .list())
        .stream()
        .collect(Collectors.toMap(r -> ((Number) r.get("person")).longValue(), r -> withoutId(r)));
  }

  private static Map<String, Object> withoutId(Map<String, Object> row) {
    Map<String, Object> plain = new LinkedHashMap<>(row);
    plain.remove("snapshot_id");
    return plain;
  }

  @Test
  void everyFeatureAgreesWithTheNaiveRecomputation() {
    for (int seed = 1; seed <= 5; seed++) {
      long first = first(seed);
      List<Happened> events = RandomShop.of(seed, first, PEOPLE, END);
      insert(source(), events);
      Map<Long, Map<String, Object>> rows = rows(freeze().id(), first);
      assertFalse(rows.isEmpty());
      rows.forEach(
          (person, row) -> {
            List<Happened> own = events.stream().filter(e -> e.person() == person).toList();
            assertEquals(
                List.of(),
                FeatureRig.differences(row, Oracle.of(own, CUTOFF, LONDON)),
                "person " + person);
          });
    }
  }

  /** As the tables stood at the cut-off: nothing later is there, nobody cancelled yet. */
  private static List<Happened> asKnownThen(List<Happened> events) {
    Set<String> cancelled =
        events.stream()
            .filter(e -> e.kind() == 8 && e.at().isBefore(CUTOFF))
            .map(Happened::order)
            .collect(Collectors.toCollection(HashSet::new));
    return events.stream()
        .filter(e -> e.at().isBefore(CUTOFF))
        .map(e -> e.sale() == 6 && !cancelled.contains(e.order()) ? e.bought() : e)
        .toList();
  }

  @Test
  void whatHappensLaterChangesNoFeature() {
    for (int seed = 11; seed <= 15; seed++) {
      long first = first(seed);
      List<Happened> events = RandomShop.of(seed, first, PEOPLE, END);
      int source = source();
      insert(source, asKnownThen(events));
      Map<Long, Map<String, Object>> then = rows(freeze().id(), first);
      jdbi.useHandle(
          h ->
              h.createUpdate("delete from co_event where source_id = :s")
                  .bind("s", source)
                  .execute());
      insert(source, events);
      assertEquals(then, rows(freeze().id(), first), "seed " + seed);
    }
  }

  @Test
  void theSameEventsGiveTheSameHashAndAMergedPersonIsOne() {
    long first = first(21);
    insert(source(), RandomShop.of(21, first, PEOPLE, END));
    Snapshot.Header one = freeze();
    assertEquals(one.hash(), freeze().hash());
    jdbi.useHandle(
        h ->
            h.createUpdate("insert into pr_person (customer_key, person) values (:a, :b), (:b, :b)")
                .bind("a", first)
                .bind("b", first + 1)
                .execute());
    Map<Long, Map<String, Object>> before = rows(one.id(), first);
    Map<Long, Map<String, Object>> after = rows(freeze().id(), first);
    assertFalse(after.containsKey(first));
    assertEquals(
        number(before, first, "frequency") + number(before, first + 1, "frequency"),
        number(after, first + 1, "frequency"));
  }

  private static int number(Map<Long, Map<String, Object>> rows, long person, String column) {
    return ((Number) rows.get(person).get(column)).intValue();
  }

  @Test
  void twoSnapshotsSayWhatChanged() {
    int source = source();
    insert(source, RandomShop.of(31, first(31), PEOPLE, END));
    Snapshot.Header before = freeze();
    insert(source, RandomShop.of(32, first(32), PEOPLE, END));
    Snapshot.Header now = freeze();
    SnapshotChange change = changes.between(now.id(), before.id());
    assertEquals(before.id(), change.before().id());
    assertEquals(before.rows(), change.stayed());
    assertEquals(now.rows() - before.rows(), change.added());
    assertEquals(0, change.left());
    assertEquals(List.of(), change.redefined());
    assertEquals(Catalogue.all().size(), change.features().size());
    Map<String, FeatureFigure> told = figures.of(now.id());
    assertEquals(Catalogue.all().size(), told.size());
    assertEquals(now.rows(), told.get("frequency").n());
    assertEquals(0, told.get("frequency").missing());
    assertTrue(told.get("recencyDays").missing() > 0);
    assertEquals(Optional.of(before.id()), told.get("frequency").beforeId());
  }

  @Test
  void aDeprecatedFeatureIsKeptButNotOffered() {
    features.deprecate("shares", "too rare to tell people apart", OLIVE);
    assertTrue(features.offered().stream().noneMatch(f -> f.id().equals("shares")));
    assertEquals("olive", features.deprecated().get("shares").saidBy());
    assertThrows(Refused.class, () -> features.deprecate("follows", " ", OLIVE));
    assertThrows(Refused.class, () -> features.deprecate("nonsense", "why", OLIVE));
    features.restore("shares", OLIVE);
    assertEquals(Catalogue.all().size(), features.offered().size());
  }

  @Test
  void aForgottenPersonLeavesTheSnapshotAndIsCountedOnce() {
    long first = first(41);
    insert(source(), RandomShop.of(41, first, PEOPLE, END));
    Snapshot.Header header = freeze();
    long person = rows(header.id(), first).keySet().iterator().next();
    holder.forget(new insight.privacy.Holder.Person(person, Set.of(person)));
    assertFalse(rows(header.id(), first).containsKey(person));
    assertEquals(1, snapshots.remarks(header.id()).erased());
  }
}
