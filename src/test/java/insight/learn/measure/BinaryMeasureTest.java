package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BinaryMeasureTest {
  private static final Predictions FIVE =
      Predictions.of(
          new double[] {.9, .6, .6, .3, .1}, new boolean[] {true, true, false, false, true});

  @Test
  void theAreaCountsPairsAndHalvesTies() {
    // yes .9 beats both noes, yes .6 ties one and beats one, yes .1 beats none: 3.5 of 6
    assertEquals(3.5 / 6, BinaryMeasure.ROC_AUC.of(FIVE), 1e-12);
  }

  @Test
  void averagePrecisionTakesTiesAsOneThreshold() {
    double expected = (1 / 3.0) * 1 + (1 / 3.0) * (2 / 3.0) + (1 / 3.0) * (3 / 5.0);
    assertEquals(expected, BinaryMeasure.AVERAGE_PRECISION.of(FIVE), 1e-12);
  }

  @Test
  void brierIsTheMeanSquare() {
    assertEquals((.01 + .16 + .36 + .09 + .81) / 5, BinaryMeasure.BRIER.of(FIVE), 1e-12);
  }

  @Test
  void logLossIsThatOfTheWorkedExample() {
    Predictions three =
        Predictions.of(
            Arrays.stream(new double[] {.24, .29, .34}).map(LogLoss::sigmoid).toArray(),
            new boolean[] {false, true, false});
    assertEquals(.7522, BinaryMeasure.LOG_LOSS.of(three), .00005);
    Predictions certain = Predictions.of(new double[] {1}, new boolean[] {false});
    assertEquals(-Math.log(1e-15), BinaryMeasure.LOG_LOSS.of(certain), 1e-6);
  }

  @Test
  void calibrationErrorWeighsTheGapsOfItsBins() {
    // bins: .9 alone gap .1; .6 .6 with one yes gap .2 in sum; .3 gap .3; .1 gap .9
    assertEquals((.1 + .2 + .3 + .9) / 5, BinaryMeasure.CALIBRATION_ERROR.of(FIVE), 1e-12);
  }

  @Test
  void accuracyCutsAtOneHalf() {
    assertEquals(3 / 5.0, BinaryMeasure.ACCURACY.of(FIVE), 1e-12);
    Predictions half = Predictions.of(new double[] {.5}, new boolean[] {true});
    assertEquals(1, BinaryMeasure.ACCURACY.of(half));
  }

  @Test
  void aRowThatCountsTwiceIsAsTwoRows() {
    Predictions doubled =
        Predictions.of(
            new double[] {.9, .6, .6, .3, .1, .6, .1, .1},
            new boolean[] {true, true, false, false, true, false, true, true});
    int[] counts = {1, 1, 2, 1, 3};
    for (BinaryMeasure measure : BinaryMeasure.values()) {
      assertEquals(measure.of(doubled), measure.of(FIVE, counts), 1e-12, measure.key());
    }
  }

  @Test
  void anOrderOfOneOutcomeHasNoFigure() {
    Predictions same = Predictions.of(new double[] {.2, .3}, new boolean[2]);
    assertTrue(Double.isNaN(BinaryMeasure.ROC_AUC.of(same)));
    assertTrue(Double.isNaN(BinaryMeasure.AVERAGE_PRECISION.of(same)));
  }

  @Test
  void eachSaysWhichWayIsBetter() {
    List<BinaryMeasure> smaller =
        Arrays.stream(BinaryMeasure.values()).filter(m -> !m.isHigherBetter()).toList();
    assertEquals(
        List.of(BinaryMeasure.BRIER, BinaryMeasure.LOG_LOSS, BinaryMeasure.CALIBRATION_ERROR),
        smaller);
    assertEquals("roc-auc", BinaryMeasure.ROC_AUC.key());
  }

  @Test
  void predictionsNeedOutcomesCustomersAndNumbers() {
    boolean[] one = new boolean[1];
    assertThrows(
        IllegalArgumentException.class, () -> Predictions.of(new double[0], new boolean[0]));
    assertThrows(IllegalArgumentException.class, () -> Predictions.of(new double[2], one));
    assertThrows(
        IllegalArgumentException.class, () -> Predictions.of(new double[1], one, new long[2]));
    assertThrows(
        IllegalArgumentException.class, () -> Predictions.of(new double[] {Double.NaN}, one));
  }

  @Test
  void someRowsKeepTheirOutcomesAndCustomers() {
    Predictions rows =
        Predictions.of(new double[] {.1, .9}, new boolean[] {true, false}, new long[] {7, 8});
    Predictions last = rows.only(new int[] {1});
    assertEquals(.9, last.probability(0));
    assertFalse(last.happened(0));
    assertEquals(8, last.group(0));
    assertTrue(rows.happened(0));
    assertEquals(1, rows.ranked(0));
    assertEquals(.5, rows.baseRate());
    assertEquals(.3, rows.with(new double[] {.3, .4}).probability(0));
  }

  @Property(tries = 200)
  void theAreaIsThatOfAllPairs(
      @ForAll @Size(12) List<@net.jqwik.api.constraints.IntRange(max = 5) Integer> scores,
      @ForAll @Size(12) List<Boolean> truths) {
    double[] p = scores.stream().mapToDouble(s -> s / 5.0).toArray();
    boolean[] y = new boolean[12];
    for (int i = 0; i < 12; i++) {
      y[i] = truths.get(i);
    }
    double won = 0;
    double pairs = 0;
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        if (y[i] && !y[j]) {
          pairs++;
          won += p[i] > p[j] ? 1 : p[i] == p[j] ? .5 : 0;
        }
      }
    }
    assertEquals(won / pairs, BinaryMeasure.ROC_AUC.of(Predictions.of(p, y)), 1e-12);
  }
}
