package insight.learn.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.Search;
import insight.learn.Validation;
import insight.learn.measure.BinaryMeasure;
import insight.learn.measure.Diagnostics.Trial;
import insight.learn.measure.Predictions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Cuts, calibration, search and leakage checks. */
class HonestyTest {
  private static final Table TABLE = Invented.rows(1_200, 5);

  @Test
  void aCustomerIsInOnePartOnlyAndEveryRowIsTestedOnce() {
    List<Folds.Fold> folds = Folds.of(new Validation.KFold(5), TABLE, 3);
    Set<Integer> tested = new HashSet<>();
    for (Folds.Fold fold : folds) {
      Set<Long> learned = new HashSet<>();
      fold.train().forEach(row -> learned.add(TABLE.group(row)));
      assertTrue(fold.test().stream().noneMatch(row -> learned.contains(TABLE.group(row))));
      assertEquals(240, fold.test().size(), 6);
      double yes = fold.test().stream().mapToDouble(TABLE::target).sum();
      assertEquals(TABLE.positives() / 5.0, yes, 4);
      tested.addAll(fold.test());
    }
    assertEquals(1_200, tested.size());
  }

  @Test
  void inTimeOnlyAnswersKnownAtTheCutOffAreLearned() {
    List<Folds.Fold> folds = Folds.of(new Validation.RollingOrigin(2), TABLE, 3);
    assertEquals(List.of("200", "300"), folds.stream().map(Folds.Fold::name).toList());
    assertTrue(folds.getFirst().train().stream().allMatch(row -> TABLE.origin(row) <= 100));
    assertTrue(folds.getFirst().test().stream().allMatch(row -> TABLE.origin(row) == 200));
    assertEquals("300", Folds.of(new Validation.Latest(), TABLE, 3).getFirst().name());
  }

  @Test
  void cutOffsTooCloseAndCustomersTooFewAreRefused() {
    Table close =
        Table.of(
            new Columns(List.of(Column.numeric("x"))),
            new float[2],
            new double[2],
            new long[] {1, 2},
            new int[] {0, 30},
            91);
    assertThrows(Refused.class, () -> Folds.of(new Validation.Latest(), close, 1));
    assertThrows(Refused.class, () -> Folds.of(new Validation.KFold(3), close, 1));
  }

  @Test
  void bothCalibrationsPutTooSureProbabilitiesRight() {
    SplittableRandom chance = new SplittableRandom(9);
    double[] sure = new double[4_000];
    boolean[] happened = new boolean[sure.length];
    for (int i = 0; i < sure.length; i++) {
      double p = chance.nextDouble();
      happened[i] = chance.nextDouble() < p;
      sure[i] = 1 / (1 + Math.exp(-3 * Math.log(p / (1 - p))));
    }
    double before = BinaryMeasure.CALIBRATION_ERROR.of(Predictions.of(sure, happened));
    for (Scores scores :
        List.of(Scores.Platt.fit(sure, happened), Scores.Isotonic.fit(sure, happened))) {
      double[] right = Arrays.stream(sure).map(scores::of).toArray();
      double after = BinaryMeasure.CALIBRATION_ERROR.of(Predictions.of(right, happened));
      assertTrue(before > .1 && after < .03, before + " to " + after);
      double[] rising = Arrays.stream(sure).sorted().map(scores::of).toArray();
      double[] sorted = rising.clone();
      Arrays.sort(sorted);
      assertArrayEquals(sorted, rising);
      assertTrue(rising[0] > 0 && rising[rising.length - 1] < 1);
    }
    assertEquals(1 / 3.0, Scores.Platt.fit(sure, happened).slope(), .03);
  }

  @Test
  void isotonicPoolsViolatorsAndTies() {
    Scores.Isotonic steps =
        Scores.Isotonic.fit(new double[] {.1, .2, .3, .3}, new boolean[] {true, false, true, true});
    assertEquals(1.5 / 3, steps.of(.15), 1e-12);
    assertEquals(2.5 / 3, steps.of(.3), 1e-12);
    assertEquals(1.5 / 3, steps.of(0), 1e-12);
    assertEquals((1.5 / 3 + 2.5 / 3) / 2, steps.of(.225), 1e-12);
  }

  @Test
  void aCalibratedModelIsReadBack() {
    for (Calibrating.Method method : Calibrating.Method.values()) {
      Calibrating trainer = new Calibrating(Trainers.named("logistic"), method);
      Fitted fitted = trainer.fit(TABLE, Invented.none(), Map.of(), 1, Progress.NONE);
      Classifier read = TabularModels.read(fitted.classifier().toBytes());
      assertEquals(fitted.classifier().format(), read.format());
      assertArrayEquals(fitted.classifier().probabilities(TABLE), read.probabilities(TABLE), 1e-12);
      assertArrayEquals(
          fitted.classifier().contributions(TABLE, 3), read.contributions(TABLE, 3), 1e-12);
      assertTrue(fitted.provenance().parameters().containsKey("calibration"));
    }
  }

  @Test
  void theSearchPutsTheBestFirstAndEndsWithItsBudget() {
    TuningSearch search =
        new TuningSearch(
            Trainers.named("logistic"),
            Map.of("epochs", 5.0),
            List.of("learning-rate", "optimizer"),
            new Search.Grid(2),
            Duration.ofHours(1),
            1);
    List<Trial> trials = search.run(TABLE, InstantSource.system(), Progress.NONE);
    assertEquals(4, trials.size());
    for (int i = 1; i < trials.size(); i++) {
      assertTrue(trials.get(i - 1).figure() >= trials.get(i).figure());
    }
    assertTrue(
        trials.stream()
            .allMatch(trial -> Double.valueOf(5).equals(trial.parameters().get("epochs"))));
    TuningSearch random =
        new TuningSearch(
            search.trainer(),
            search.fixed(),
            search.open(),
            new Search.Random(6),
            Duration.ofSeconds(3),
            1);
    long[] hour = {0};
    InstantSource slow = () -> Instant.ofEpochSecond(hour[0]++);
    assertEquals(2, random.run(TABLE, slow, Progress.NONE).size());
  }

  @Test
  void wideRangesAreWalkedByFactors() {
    assertEquals(.01, TuningSearch.value(new Parameter("r", .0001, 1, .1, false), .5), 1e-9);
    assertEquals(.125, TuningSearch.value(new Parameter("l", 0, 1, 0, false), .5), 1e-9);
    assertEquals(6, TuningSearch.value(new Parameter("d", 1, 12, 4, true), .45));
    assertEquals(2, TuningSearch.value(Parameter.choice("c", "a", "b", "c"), 1));
  }

  @Test
  void aFeatureThatTellsTheAnswerIsFound() {
    float[] values = new float[TABLE.rows() * 2];
    for (int r = 0; r < TABLE.rows(); r++) {
      values[2 * r] = TABLE.value(r, 0);
      values[2 * r + 1] = (float) (5 - TABLE.target(r) + r % 3 * .01);
    }
    Columns columns = new Columns(List.of(Column.numeric("x"), Column.numeric("cancelled")));
    Table leaking =
        Table.of(columns, values, TABLE.targets(), TABLE.groups(), new int[TABLE.rows()], 0);
    Leakage.Finding found = Leakage.check(leaking, List.of()).getFirst();
    assertEquals("cancelled", found.subject());
    assertFalse(found.passed());
    List<Leakage.Finding> clean = Leakage.check(TABLE, Folds.of(new Validation.KFold(5), TABLE, 1));
    assertEquals("x", clean.getFirst().subject());
    assertTrue(clean.stream().allMatch(Leakage.Finding::passed), clean.toString());
  }

  @Test
  void rowsThatShouldNotBeLearnedFromAreCounted() {
    List<Integer> all = List.of(0, 1, 2, 3, 4, 5);
    List<Leakage.Finding> shared =
        Leakage.check(TABLE, List.of(new Folds.Fold("1", all, List.of(2, 6), false)));
    assertEquals(1, shared.get(1).figure());
    assertFalse(shared.get(1).passed());
    List<Leakage.Finding> later =
        Leakage.check(TABLE, List.of(new Folds.Fold("200", all, List.of(2), true)));
    assertEquals(2, later.get(2).figure());
    assertFalse(later.get(2).passed());
  }
}
