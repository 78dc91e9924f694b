package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.learn.measure.Diagnostics.Confusion;
import insight.learn.measure.Diagnostics.Curve;
import insight.learn.measure.Diagnostics.LiftTenth;
import insight.learn.measure.Diagnostics.ReliabilityBin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thresholds, reliability, lift, numbers and the warnings of curves. */
class DecisionsTest {
  private static final Predictions FIVE =
      Predictions.of(
          new double[] {.9, .6, .6, .3, .1}, new boolean[] {true, true, false, false, true});

  @Test
  void aThresholdCountsAllFour() {
    Confusion counts = Thresholds.at(FIVE, .6);
    assertEquals(new Confusion(.6, 2, 1, 1, 1), counts);
    assertEquals(2 / 3.0, Thresholds.precision(counts), 1e-12);
    assertEquals(2 / 3.0, Thresholds.recall(counts), 1e-12);
    assertEquals(4 / 6.0, Thresholds.f1(counts), 1e-12);
    assertEquals(3 / 5.0, Thresholds.accuracy(counts), 1e-12);
  }

  @Test
  void nothingCalledYesIsNothingRight() {
    Confusion counts = Thresholds.at(FIVE, .95);
    assertEquals(new Confusion(.95, 0, 0, 2, 3), counts);
    assertEquals(0, Thresholds.precision(counts));
    assertEquals(0, Thresholds.f1(counts));
    assertEquals(0, Thresholds.f1(new Confusion(.5, 0, 0, 4, 0)));
    assertEquals(1, Thresholds.accuracy(new Confusion(.5, 0, 0, 4, 0)));
  }

  @Test
  void allThresholdsAreInsideZeroAndOne() {
    List<Confusion> all = Thresholds.all(FIVE, 20);
    assertEquals(19, all.size());
    assertEquals(.05, all.getFirst().threshold(), 1e-12);
    assertEquals(.95, all.getLast().threshold(), 1e-12);
  }

  @Test
  void reliabilityBinsHoldMeanAndShare() {
    List<ReliabilityBin> bins = Reliability.bins(FIVE, 2);
    assertEquals(2, bins.size());
    assertEquals(.2, bins.getFirst().predicted(), 1e-12);
    assertEquals(.5, bins.getFirst().observed(), 1e-12);
    assertEquals(2, bins.getFirst().n());
    assertEquals(.7, bins.getLast().predicted(), 1e-12);
    assertEquals(2 / 3.0, bins.getLast().observed(), 1e-12);
    assertEquals(4, Reliability.bins(FIVE, 10).size());
    assertEquals(9, Reliability.bin(1, 10));
    assertEquals(0, Reliability.bin(0, 10));
  }

  @Test
  void theBestTenthHoldsTheLift() {
    double[] p = new double[20];
    boolean[] y = new boolean[20];
    for (int i = 0; i < 20; i++) {
      p[i] = i / 20.0;
      y[i] = i >= 16;
    }
    List<LiftTenth> tenths = Lift.tenths(Predictions.of(p, y));
    assertEquals(10, tenths.size());
    assertEquals(new LiftTenth(1, 2, 2, 5), tenths.get(0));
    assertEquals(new LiftTenth(2, 2, 2, 5), tenths.get(1));
    assertEquals(new LiftTenth(3, 2, 0, 0), tenths.get(2));
    assertEquals(10, tenths.getLast().tenth());
  }

  @Test
  void fewRowsLeaveTenthsEmpty() {
    List<LiftTenth> tenths = Lift.tenths(FIVE);
    assertEquals(5, tenths.stream().mapToLong(LiftTenth::n).sum());
    assertEquals(new LiftTenth(1, 0, 0, 0), tenths.get(0));
    assertEquals(1 / .6, tenths.get(1).lift(), 1e-12);
    Predictions never = Predictions.of(new double[10], new boolean[10]);
    assertEquals(0, Lift.tenths(never).getFirst().lift());
  }

  @Test
  void numbersHaveTheirErrors() {
    RegressionQuality quality =
        RegressionQuality.of(new double[] {1, 2, 6}, new double[] {1, 4, 4});
    assertEquals(8 / 3.0, quality.mse(), 1e-12);
    assertEquals(Math.sqrt(8 / 3.0), quality.rmse(), 1e-12);
    assertEquals(4 / 3.0, quality.mae(), 1e-12);
    assertEquals(1 - 8 / 6.0, quality.explained(), 1e-12);
    assertEquals(3, quality.n());
    assertEquals(0, RegressionQuality.of(new double[] {1}, new double[] {2}).explained());
    assertThrows(
        IllegalArgumentException.class, () -> RegressionQuality.of(new double[1], new double[2]));
    assertThrows(
        IllegalArgumentException.class, () -> RegressionQuality.of(new double[0], new double[0]));
  }

  @Test
  void curvesWarn() {
    assertEquals(FitWarning.NONE, warn(List.of(), List.of(), 0));
    assertEquals(FitWarning.NONE, warn(List.of(.6, .40), List.of(.6, .45), 1));
    assertEquals(FitWarning.OVERFITTING, warn(List.of(.6, .40), List.of(.6, .47), 1));
    assertEquals(FitWarning.OVERFITTING, warn(List.of(.1, .40), List.of(.6, .40), 0));
    assertEquals(FitWarning.UNDERFITTING, warn(List.of(.69), List.of(.69), 0));
    assertEquals(FitWarning.UNDERFITTING, warn(List.of(.69), List.of(), 0));
    List<Double> falling = List.of(.60, .58, .56, .54, .52, .50);
    assertEquals(FitWarning.STOPPED_EARLY, warn(falling, List.of(), 5));
    assertEquals(FitWarning.STOPPED_EARLY, warn(falling, falling, 5));
    assertEquals(FitWarning.NONE, warn(falling, falling, 4));
    List<Double> flat = List.of(.500, .500, .500, .500, .500, .4999);
    assertEquals(FitWarning.NONE, warn(flat, flat, 5));
    assertEquals(FitWarning.NONE, warn(falling.subList(0, 5), List.of(), 4));
    assertEquals(
        FitWarning.UNDERFITTING,
        FitWarning.of(new Curve("m", List.of(.1), List.of(), List.of(), 0), 0));
  }

  private static FitWarning warn(List<Double> train, List<Double> validation, int best) {
    return FitWarning.of(new Curve("log-loss", train, validation, List.of(), best), .5);
  }
}
