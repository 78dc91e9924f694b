package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Interval;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GroupedBootstrapTest {
  /** Rows whose outcome follows the score, so many of them for each customer. */
  private static Predictions rows(int customers, int each) {
    SplittableRandom chance = new SplittableRandom(4);
    double[] p = new double[customers * each];
    boolean[] y = new boolean[p.length];
    long[] group = new long[p.length];
    for (int c = 0; c < customers; c++) {
      double score = chance.nextDouble();
      boolean yes = chance.nextDouble() < score;
      for (int i = 0; i < each; i++) {
        p[c * each + i] = score;
        y[c * each + i] = yes;
        group[c * each + i] = c;
      }
    }
    return Predictions.of(p, y, group);
  }

  @Test
  void theBoundsHoldTheFigureAndRepeat() {
    Predictions rows = rows(300, 1);
    Interval auc = GroupedBootstrap.of(rows, BinaryMeasure.ROC_AUC, 1);
    assertEquals(BinaryMeasure.ROC_AUC.of(rows), auc.value());
    assertTrue(auc.low() < auc.value() && auc.value() < auc.high());
    assertEquals(300, auc.n());
    assertEquals(auc, GroupedBootstrap.of(rows, BinaryMeasure.ROC_AUC, 1));
    assertFalse(auc.equals(GroupedBootstrap.of(rows, BinaryMeasure.ROC_AUC, 2)));
  }

  @Test
  void theBoundsOfAMeanAreThoseOfTheory() {
    boolean[] y = new boolean[400];
    for (int i = 0; i < 100; i++) {
      y[i] = true;
    }
    Interval accuracy =
        GroupedBootstrap.of(Predictions.of(new double[400], y), BinaryMeasure.ACCURACY, 3);
    double half = 1.96 * Math.sqrt(.75 * .25 / 400);
    assertEquals(.75 - half, accuracy.low(), .005);
    assertEquals(.75 + half, accuracy.high(), .005);
  }

  @Test
  void moreRowsOfTheSameCustomersDoNotNarrowTheBounds() {
    Interval one = GroupedBootstrap.of(rows(200, 1), BinaryMeasure.BRIER, 5);
    Interval ten = GroupedBootstrap.of(rows(200, 10), BinaryMeasure.BRIER, 5);
    assertEquals(one.high() - one.low(), ten.high() - ten.low(), 1e-9);
  }

  @Test
  void theBetterModelIsAboveZeroAlsoWhereLessIsBetter() {
    Predictions good = rows(400, 2);
    SplittableRandom chance = new SplittableRandom(8);
    double[] poor = new double[good.size()];
    for (int i = 0; i < poor.length; i++) {
      poor[i] = chance.nextDouble();
    }
    for (BinaryMeasure measure : new BinaryMeasure[] {BinaryMeasure.ROC_AUC, BinaryMeasure.BRIER}) {
      assertTrue(GroupedBootstrap.advantage(good, good.with(poor), measure, 1).isAboveZero());
      Interval worse = GroupedBootstrap.advantage(good.with(poor), good, measure, 1);
      assertTrue(worse.high() < 0, measure.key());
    }
  }

  @Test
  void aModelHasNoAdvantageOverItself() {
    Predictions rows = rows(50, 2);
    Interval none = GroupedBootstrap.advantage(rows, rows, BinaryMeasure.ROC_AUC, 1);
    assertEquals(new Interval(0, 0, 0, 100), none);
  }

  @Test
  void pairsNeedTheSameRows() {
    Predictions rows = rows(20, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> GroupedBootstrap.advantage(rows, rows(21, 1), BinaryMeasure.BRIER, 1));
    Predictions others = Predictions.of(new double[20], new boolean[20]);
    assertThrows(
        IllegalArgumentException.class,
        () -> GroupedBootstrap.advantage(rows, others, BinaryMeasure.BRIER, 1));
  }

  @Test
  void aFigureThatNoDrawDefinesHasNoBounds() {
    Predictions same = Predictions.of(new double[5], new boolean[5]);
    Interval none = GroupedBootstrap.of(same, BinaryMeasure.ROC_AUC, 1);
    assertTrue(Double.isInfinite(none.low()) && Double.isInfinite(none.high()));
  }

  @Test
  void aDrawWithOneOutcomeIsLeftOut() {
    Predictions rare =
        Predictions.of(new double[] {.9, .2, .1, .3}, new boolean[] {true, false, false, false});
    Interval auc = GroupedBootstrap.of(rare, BinaryMeasure.ROC_AUC, 1);
    assertEquals(new Interval(1, 1, 1, 4), auc);
  }
}
