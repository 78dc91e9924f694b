package insight.prepare.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.prepare.quality.SourceQuality.Accepted;
import insight.prepare.quality.SourceQuality.FieldQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

  private static FieldQuality field(Dimension dimension, String name, long checked, long failed) {
    return new FieldQuality(new Finding(dimension, name), checked, failed, Optional.empty());
  }

  @Test
  void theScoreIsTheWeightedShareOfSoundValues() {
    Score score =
        DataQuality.score(
            List.of(
                field(Dimension.COMPLETENESS, "customer", 100, 20),
                field(Dimension.COMPLETENESS, "product", 100, 0),
                field(Dimension.UNIQUENESS, "", 100, 5)));
    assertEquals(100 * (25 * 0.9 + 20 * 0.95) / 45, score.value().orElseThrow(), 1e-9);
    assertEquals(Dimension.COMPLETENESS, score.worst().orElseThrow().dimension());
  }

  @Test
  void whatIsAcceptedDoesNotCount() {
    Accepted accepted = new Accepted("till sales", "olive", NOW);
    Score score =
        DataQuality.score(
            List.of(
                new FieldQuality(
                    new Finding(Dimension.COMPLETENESS, "customer"),
                    100,
                    20,
                    Optional.of(accepted)),
                field(Dimension.UNIQUENESS, "", 100, 0)));
    assertEquals(100, score.value().orElseThrow());
    assertTrue(score.worst().isEmpty());
  }

  @Property(tries = 200)
  void aScoreLiesBetweenNoughtAndAHundred(
      @ForAll @IntRange(max = 1000) int failed, @ForAll @IntRange(max = 1000) int more) {
    Score score =
        DataQuality.score(
            List.of(
                field(Dimension.VALIDITY, "country", failed + more, failed),
                field(Dimension.VOLUME, "", 28, failed % 29)));
    double value = score.value().orElseThrow();
    assertTrue(value >= 0 && value <= 100, "score " + value);
  }

  @Test
  void aShopThatSleepsOnSundaysIsNotMissingRows() {
    TreeMap<LocalDate, Long> rows = new TreeMap<>();
    for (int day = 0; day < 84; day++) {
      if (day % 7 != 6) {
        rows.put(MONDAY.plusDays(day), 1000L + 10 * (day % 3));
      }
    }
    rows.put(MONDAY.plusDays(70), 0L);
    rows.put(MONDAY.plusDays(72), 9000L);
    List<LocalDate> off =
        Volume.of(rows).stream().filter(v -> v.off() > 0).map(Volume::day).toList();
    assertEquals(List.of(MONDAY.plusDays(70), MONDAY.plusDays(72)), off);
  }

  @Test
  void withoutFourWeeksNothingIsExpected() {
    TreeMap<LocalDate, Long> rows = new TreeMap<>();
    for (int day = 0; day < 27; day++) {
      rows.put(MONDAY.plusDays(day), day == 20 ? 0L : 100L);
    }
    assertTrue(Volume.of(rows).isEmpty());
  }

  @Test
  void aDeliveryIsOverdueAfterTwiceTheUsualTime() {
    Duration day = Duration.ofDays(1);
    List<Instant> daily =
        List.of(
            NOW.minus(day.multipliedBy(4)),
            NOW.minus(day.multipliedBy(3)),
            NOW.minus(day.multipliedBy(2)));
    Freshness fresh = Freshness.of(daily, Optional.empty());
    assertEquals(day, fresh.rhythm().orElseThrow());
    assertFalse(fresh.overdue(NOW));
    assertTrue(fresh.overdue(NOW.plusSeconds(1)));
    assertFalse(Freshness.of(daily.subList(0, 2), Optional.empty()).overdue(NOW.plus(day)));
  }

  @Test
  void aSourceIsLookedAtAgainWhenSomethingChanged() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Instant first = Instant.parse("2025-02-01T20:00:00Z");
    var quiet = new QualityWatch.State(7L, NOW, "1.1", 7, false, null, null, false, "1.1");
    assertTrue(QualityWatch.span(quiet, NOW, zone).isEmpty());
    var running = new QualityWatch.State(7L, NOW, "1.1", 8, true, first, first, false, "1.1");
    assertTrue(QualityWatch.span(running, NOW, zone).isEmpty(), "an import is not over yet");
    var imported = new QualityWatch.State(7L, NOW, "1.1", 8, false, first, first, false, "1.1");
    QualityChecks.Span days = QualityWatch.span(imported, NOW, zone).orElseThrow();
    assertEquals(LocalDate.of(2025, 2, 1).atStartOfDay(zone).toInstant(), days.from());
    assertTrue(days.to().isAfter(first));
    var changed = new QualityWatch.State(7L, NOW, "1.1", 7, false, null, null, false, "1.2");
    assertTrue(QualityWatch.span(changed, NOW, zone).isPresent(), "a rule changed");
  }

  @Test
  void findingsAreReadFromAddresses() {
    Finding rule = new Finding(Dimension.VALIDITY, "rule:12");
    assertEquals(Optional.of(rule), Finding.written(rule.word()));
    assertEquals(Optional.of(12), rule.rule());
    assertEquals(Optional.empty(), Finding.written("validity:x; drop table"));
    assertEquals(Optional.empty(), Finding.written("nonsense"));
  }

  @Test
  void shapesOfCodesAreFound() {
    assertEquals("\\d{5}[A-Z]", Shapes.of("85123A"));
    assertEquals("[A-Z]\\-\\d", Shapes.of("C-7"));
  }
}
