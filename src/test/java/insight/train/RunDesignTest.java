package insight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.kernel.Refused;
import insight.learn.Interval;
import insight.learn.Search;
import insight.learn.Validation;
import insight.learn.measure.Diagnostics;
import insight.runtime.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDesignTest {
  @Test
  void aDesignComesBackFromItsJson() {
    LearningTask.Design design =
        new LearningTask.Design(
            List.of("recencyDays"),
            new Validation.RollingOrigin(4),
            new Search.Random(7),
            Duration.ofMinutes(12));
    assertEquals(design, DesignJson.read(DesignJson.of(design)));
    assertEquals(LearningTask.Design.USUAL, DesignJson.read(Json.parse("{}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"validation\":{\"kind\":\"k-fold\",\"folds\":1}} | /validation/folds",
        "{\"validation\":{\"kind\":\"x\"}} | /validation/kind",
        "{\"validation\":3} | /validation",
        "{\"search\":{\"kind\":\"grid\",\"points\":9}} | /search/points",
        "{\"search\":{\"kind\":7}} | /search/kind",
        "{\"features\":[]} | /features",
        "{\"features\":\"a\"} | /features",
        "{\"budgetMinutes\":0} | /budgetMinutes",
        "{\"budgetMinutes\":2.5} | /budgetMinutes"
      })
  void whatIsWrongIsRefusedAtItsField(String body, String pointer) {
    Refused refused = assertThrows(Refused.class, () -> DesignJson.read(Json.parse(body)));
    assertEquals(List.of(pointer), List.copyOf(refused.byPointer(Locale.ENGLISH).keySet()));
  }

  @Test
  void whatATaskDecidesByItselfIsRefused() {
    LearningTask task = new TaskFake("rank-products", false);
    LearningTask.Design design = DesignJson.read(Json.parse("{\"search\":{\"kind\":\"grid\"}}"));
    Refused refused = assertThrows(Refused.class, () -> DesignCheck.check(task, design, List.of()));
    assertEquals("/search", refused.reasons().getFirst().pointer());
  }

  @Test
  void diagnosticsComeBackFromTheirJson() {
    Diagnostics shown =
        new Diagnostics(
            List.of(
                new Diagnostics.Curve("log-loss", List.of(1.0, .5), List.of(1.1), List.of(.1), 1)),
            List.of(new Diagnostics.LearningPoint(10, .9, .8)),
            List.of(new Diagnostics.ReliabilityBin(.2, .25, 40)),
            List.of(new Diagnostics.Confusion(.5, 1, 2, 3, 4)),
            List.of(new Diagnostics.LiftTenth(1, 10, 5, 2.5)),
            List.of(new Diagnostics.Importance("recencyDays", .1, Double.NaN, .2)),
            List.of(new Diagnostics.Fold("1", 10, new Interval(.7, .6, .8, 10))),
            List.of(new Diagnostics.Trial(Map.of("depth", 3.0), .7, 1.5, "")));
    assertEquals(shown, RunJson.diagnostics(RecordJson.object(shown).toString()));
    assertEquals(Diagnostics.NONE, RunJson.diagnostics("{}"));
  }

  @Test
  void comparisonsComeBackFromTheirJson() {
    List<LearningTask.Comparison> comparisons =
        List.of(
            new LearningTask.Comparison(
                LearningTask.Against.CHAMPION, "v3", "auc", new Interval(.1, .05, .2, 99)));
    assertEquals(comparisons, RunJson.comparisons(RecordJson.list(comparisons).toString()));
  }

  @Test
  void aRunOverItsBudgetIsEndedWithItsReason() {
    Instant[] now = {Instant.parse("2025-01-01T00:00:00Z")};
    Clock clock = Clock.tick(Clock.fixed(now[0], ZoneOffset.UTC), Duration.ofMillis(1));
    DoubleConsumer inTime = new TimeBudget(clock, LearningTask.Design.USUAL).watch(share -> {});
    inTime.accept(.5);
    Clock moving =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    DoubleConsumer late = new TimeBudget(moving, LearningTask.Design.USUAL).watch(share -> {});
    now[0] = now[0].plus(Duration.ofMinutes(31));
    Refused refused = assertThrows(Refused.class, () -> late.accept(.6));
    assertEquals("train.budget.over", refused.reasons().getFirst().key());
  }
}
