package insight.learn.measure;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/**
 * How good predicted probabilities are. Every measure takes how often each row counts, so that a
 * bootstrap need not copy rows. NaN where it is not defined, such as an order with one outcome.
 */
public enum BinaryMeasure {
  /**
   * The chance that a random yes is ranked above a random no, ties count half (Hanley and McNeil
   * 1982): Σ over yes of (noes below + noes equal / 2) / (yes · no).
   */
  ROC_AUC(true, BinaryMeasure::rocAuc),
  /**
   * Σ (recall − recall before) · precision over falling thresholds; equal scores are one threshold.
   */
  AVERAGE_PRECISION(true, BinaryMeasure::averagePrecision),
  /** Σ (p − y)² / n (Brier 1950). */
  BRIER(false, BinaryMeasure::brier),
  /** −Σ ln of the probability of what happened / n, with p kept 1e−15 away from 0 and 1. */
  LOG_LOSS(false, BinaryMeasure::logLoss),
  /**
   * Expected calibration error (Naeini et al. 2015): Σ n_b / n · |observed − predicted| over ten
   * bins of equal width.
   */
  CALIBRATION_ERROR(false, BinaryMeasure::calibrationError),
  /** The share of rows that p ≥ ½ gets right; to be read beside the base rate. */
  ACCURACY(true, BinaryMeasure::accuracy);

  /** Bins of the calibration error. */
  static final int BINS = 10;

  private static final double CERTAIN = 1e-15;

  private final boolean higherIsBetter;
  private final ToDoubleBiFunction<Predictions, int[]> formula;

  BinaryMeasure(boolean higherIsBetter, ToDoubleBiFunction<Predictions, int[]> formula) {
    this.higherIsBetter = higherIsBetter;
    this.formula = formula;
  }

  public boolean isHigherBetter() {
    return higherIsBetter;
  }

  /** The figure of all rows. */
  public double of(Predictions rows) {
    int[] once = new int[rows.size()];
    Arrays.fill(once, 1);
    return of(rows, once);
  }

  /** The figure when each row counts so many times. */
  double of(Predictions rows, int[] counts) {
    return formula.applyAsDouble(rows, counts);
  }

  /** The name in addresses, tables and text keys, e.g. {@code roc-auc}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static double rocAuc(Predictions rows, int[] counts) {
    double yes = 0;
    double no = 0;
    double won = 0;
    for (int place = 0; place < rows.size(); ) {
      double tiedYes = 0;
      double tiedNo = 0;
      double score = rows.probability(rows.ranked(place));
      for (; place < rows.size() && rows.probability(rows.ranked(place)) == score; place++) {
        int row = rows.ranked(place);
        if (rows.happened(row)) {
          tiedYes += counts[row];
        } else {
          tiedNo += counts[row];
        }
      }
      won += tiedNo * (yes + tiedYes / 2);
      yes += tiedYes;
      no += tiedNo;
    }
    return won / (yes * no);
  }

  private static double averagePrecision(Predictions rows, int[] counts) {
    double yes = 0;
    double all = 0;
    double sum = 0;
    for (int place = 0; place < rows.size(); ) {
      double before = yes;
      double score = rows.probability(rows.ranked(place));
      for (; place < rows.size() && rows.probability(rows.ranked(place)) == score; place++) {
        int row = rows.ranked(place);
        all += counts[row];
        yes += rows.happened(row) ? counts[row] : 0;
      }
      sum += all == 0 ? 0 : (yes - before) * yes / all;
    }
    return sum / yes;
  }

  private static double brier(Predictions rows, int[] counts) {
    double sum = 0;
    double n = 0;
    for (int row = 0; row < counts.length; row++) {
      double error = rows.probability(row) - (rows.happened(row) ? 1 : 0);
      sum += counts[row] * error * error;
      n += counts[row];
    }
    return sum / n;
  }

  private static double logLoss(Predictions rows, int[] counts) {
    double sum = 0;
    double n = 0;
    for (int row = 0; row < counts.length; row++) {
      double p = rows.probability(row);
      double right = rows.happened(row) ? p : 1 - p;
      sum -= counts[row] * Math.log(Math.max(CERTAIN, Math.min(1 - CERTAIN, right)));
      n += counts[row];
    }
    return sum / n;
  }

  private static double calibrationError(Predictions rows, int[] counts) {
    double[] gaps = new double[BINS];
    double n = 0;
    for (int row = 0; row < counts.length; row++) {
      double p = rows.probability(row);
      gaps[Reliability.bin(p, BINS)] += counts[row] * (p - (rows.happened(row) ? 1 : 0));
      n += counts[row];
    }
    return Arrays.stream(gaps).map(Math::abs).sum() / n;
  }

  private static double accuracy(Predictions rows, int[] counts) {
    double right = 0;
    double n = 0;
    for (int row = 0; row < counts.length; row++) {
      right += rows.probability(row) >= .5 == rows.happened(row) ? counts[row] : 0;
      n += counts[row];
    }
    return right / n;
  }
}
