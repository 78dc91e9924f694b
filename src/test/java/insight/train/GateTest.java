package insight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Texts;
import insight.learn.Interval;
import insight.learn.measure.Diagnostics;
import insight.train.GateRow.Outcome;
import insight.train.GateRow.Rule;
import insight.train.LearningTask.Against;
import insight.train.LearningTask.Check;
import insight.train.LearningTask.Comparison;
import insight.train.LearningTask.GroupFigures;
import insight.train.LearningTask.Trained;
import insight.train.LearningTask.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
  private static Trained trained(
      boolean beats, List<Check> checks, List<Comparison> comparisons, List<GroupFigures> groups) {
    return new Trained(
        new byte[0],
        "fake/1",
        List.of(),
        checks,
        new Verdict(beats, "train.promotion.first", List.of()),
        Map.of(),
        List.of(),
        comparisons,
        groups,
        Diagnostics.NONE);
  }

  private static Comparison against(Against whom, double low, double value, double high) {
    return new Comparison(whom, "v1", "auc", new Interval(value, low, high, 900));
  }

  private static GroupFigures group(String name, long n, double selected, double tpr, double fpr) {
    return new GroupFigures("gender", name, n, selected, tpr, fpr, .3, .3);
  }

  private static GateRow only(List<GateRow> rows, Rule rule) {
    List<GateRow> found = rows.stream().filter(r -> r.rule() == rule).toList();
    assertEquals(1, found.size(), rule::name);
    return found.getFirst();
  }

  private static GateRow fairness(Rule rule, GroupFigures... groups) {
    return only(
        Gate.rows(trained(true, List.of(), List.of(), List.of(groups)), Optional.empty(), false),
        rule);
  }

  @Test
  void withoutAChampionThereIsNothingToBeat() {
    GateRow row =
        only(
            Gate.rows(trained(true, List.of(), List.of(), List.of()), Optional.empty(), false),
            Rule.CHAMPION);
    assertEquals(Outcome.NOT_APPLICABLE, row.outcome());
    assertFalse(row.failed());
    assertEquals("train.gate.champion.none", row.key());
  }

  @ParameterizedTest
  @CsvSource({"0.001, 0.02, 0.04, PASSED", "0, 0.02, 0.04, FAILED", "-0.01, 0.02, 0.04, FAILED"})
  void theIntervalOfTheDifferenceDecides(double low, double value, double high, Outcome expected) {
    for (Against whom : Against.values()) {
      Trained trained =
          trained(false, List.of(), List.of(against(whom, low, value, high)), List.of());
      GateRow row =
          only(
              Gate.rows(trained, Optional.of(1), false),
              whom == Against.CHAMPION ? Rule.CHAMPION : Rule.BASELINE);
      assertEquals(expected, row.outcome());
      assertEquals(900, row.n());
      assertEquals("> 0", row.limit());
      assertTrue(row.measured().startsWith("auc +0.02"), row::measured);
      assertEquals(low > 0, row.measured().contains("[+"), row::measured);
    }
  }

  @Test
  void aChampionThatWasNotComparedIsNotBeaten() {
    Trained trained =
        trained(true, List.of(), List.of(against(Against.BASELINE, .1, .2, .3)), List.of());
    GateRow row = only(Gate.rows(trained, Optional.of(3), false), Rule.CHAMPION);
    assertTrue(row.failed());
    assertEquals("v3", row.measured());
    assertEquals("train.gate.champion.uncompared", row.key());
  }

  @Test
  void theSameRecipeOnNewerDataNeedNotBeatItself() {
    GateRow row =
        only(
            Gate.rows(trained(true, List.of(), List.of(), List.of()), Optional.of(3), true),
            Rule.CHAMPION);
    assertEquals(Outcome.PASSED, row.outcome());
    assertEquals("train.gate.champion.refresh", row.key());
  }

  @ParameterizedTest
  @CsvSource({"true, PASSED", "false, FAILED"})
  void withoutAComparisonTheTasksVerdictSaysWhetherTheBaselineIsBeaten(
      boolean beats, Outcome expected) {
    GateRow row =
        only(
            Gate.rows(trained(beats, List.of(), List.of(), List.of()), Optional.empty(), false),
            Rule.BASELINE);
    assertEquals(expected, row.outcome());
  }

  @Test
  void everyCheckOfTheTaskIsALine() {
    List<Check> checks =
        List.of(new Check("train.a", true, "1", "≥ 1"), new Check("train.b", false, "0", "≥ 1"));
    List<GateRow> rows =
        Gate.rows(trained(true, checks, List.of(), List.of()), Optional.empty(), false).stream()
            .filter(r -> r.rule() == Rule.CHECK)
            .toList();
    assertEquals(List.of("train.a", "train.b"), rows.stream().map(GateRow::key).toList());
    assertEquals(
        List.of(Outcome.PASSED, Outcome.FAILED), rows.stream().map(GateRow::outcome).toList());
    assertEquals(List.of("1", "0"), rows.stream().map(GateRow::measured).toList());
    assertEquals("≥ 1", rows.getFirst().limit());
    assertFalse(Gate.open(rows));
    assertTrue(Gate.open(rows.subList(0, 1)));
  }

  @Test
  void withoutGroupsThereIsNoFairnessToCheck() {
    GateRow row = fairness(Rule.SELECTION);
    assertEquals(Outcome.NOT_APPLICABLE, row.outcome());
    assertTrue(row.fairness());
    assertEquals(
        Outcome.NOT_APPLICABLE,
        fairness(Rule.SELECTION, group("f", 500, .2, .5, .1), group("m", 49, .9, .5, .1))
            .outcome());
    assertEquals(
        Outcome.NOT_APPLICABLE, fairness(Rule.SELECTION, group("f", 50, .2, .5, .1)).outcome());
  }

  @ParameterizedTest
  @CsvSource({
    ".16, PASSED",
    ".15, FAILED",
    ".25, PASSED",
    ".26, FAILED",
    ".2, PASSED",
    "0, FAILED"
  })
  void theSmallerGroupIsSelectedAsOftenAsTheLarger(double selected, Outcome expected) {
    GateRow row =
        fairness(Rule.SELECTION, group("m", 50, selected, .5, .1), group("f", 500, .2, .5, .1));
    assertEquals(expected, row.outcome());
    assertEquals(550, row.n());
    assertEquals("0.8–1.25", row.limit());
    assertTrue(row.fairness());
  }

  @Test
  void theFarthestGroupIsNamed() {
    GateRow row =
        fairness(
            Rule.SELECTION,
            group("a", 500, .2, .5, .1),
            group("b", 100, .1, .5, .1),
            group("c", 100, .3, .5, .1));
    assertEquals("gender b: 0.5000", row.measured());
  }

  @Test
  void nobodySelectedIsAlike() {
    GateRow alike =
        fairness(Rule.SELECTION, group("a", 500, 0, .5, .1), group("b", 100, 0, .5, .1));
    assertEquals(Outcome.PASSED, alike.outcome());
    GateRow one = fairness(Rule.SELECTION, group("a", 500, 0, .5, .1), group("b", 100, .1, .5, .1));
    assertEquals(Outcome.FAILED, one.outcome());
  }

  @ParameterizedTest
  @CsvSource({
    ".5, .1, PASSED",
    ".6, .1, PASSED",
    ".61, .1, FAILED",
    ".5, .21, FAILED",
    ".4, .1, PASSED",
    ".39, .1, FAILED",
    ".5, .2, PASSED"
  })
  void rightAndWrongAreEquallyOften(double tpr, double fpr, Outcome expected) {
    GateRow row = fairness(Rule.RATES, group("m", 60, .2, tpr, fpr), group("f", 500, .2, .5, .1));
    assertEquals(expected, row.outcome(), row::measured);
    assertEquals(560, row.n());
    assertTrue(row.fairness());
  }

  @Test
  void aRateThatCouldNotBeCountedIsLeftOut() {
    GateRow row =
        fairness(
            Rule.RATES, group("m", 60, .2, Double.NaN, .1), group("f", 500, .2, .5, Double.NaN));
    assertEquals(Outcome.PASSED, row.outcome());
    assertEquals("gender: 0.0000", row.measured());
  }

  @Test
  void eachFieldHasItsOwnLines() {
    List<GroupFigures> groups =
        List.of(
            group("f", 100, .2, .5, .1),
            group("m", 100, .2, .5, .1),
            new GroupFigures("ageBand", "18-24", 100, .1, .5, .1, .3, .3),
            new GroupFigures("ageBand", "65+", 100, .2, .5, .1, .3, .3));
    List<GateRow> rows =
        Gate.rows(trained(true, List.of(), List.of(), groups), Optional.empty(), false);
    assertEquals(2, rows.stream().filter(r -> r.rule() == Rule.SELECTION).count());
    assertEquals(2, rows.stream().filter(r -> r.rule() == Rule.RATES).count());
    assertEquals(1, rows.stream().filter(GateRow::failed).count());
  }

  @Test
  void whatIsKeptIsReadBack() {
    List<GateRow> rows =
        Gate.rows(
            trained(
                true,
                List.of(new Check("train.a", false, "1", "2")),
                List.of(against(Against.BASELINE, .1, .2, .3)),
                List.of(group("f", 100, .2, .5, .1), group("m", 100, .2, .5, .1))),
            Optional.empty(),
            false);
    assertEquals(rows, GateJson.rows(GateJson.json(rows).toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "champion.none",
    "champion.refresh",
    "champion.better",
    "champion.uncompared",
    "baseline.better",
    "baseline.said",
    "selection.ratio",
    "selection.no-groups",
    "rates.gap"
  })
  void everyLineIsSaidInWords(String key) {
    Texts.LANGUAGES.forEach(locale -> assertTrue(Texts.has(locale, "train.gate." + key)));
  }
}
