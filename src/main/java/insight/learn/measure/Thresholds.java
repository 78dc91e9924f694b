package insight.learn.measure;

import insight.learn.measure.Diagnostics.Confusion;
import java.util.ArrayList;
import java.util.List;

/** What a threshold on the probability decides, and how good these decisions are. */
public final class Thresholds {
  private Thresholds() {}

  /** Counts when every row with p ≥ threshold is called a yes. */
  public static Confusion at(Predictions rows, double threshold) {
    long truePositive = 0;
    long falsePositive = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.probability(row) >= threshold) {
        truePositive += rows.happened(row) ? 1 : 0;
        falsePositive += rows.happened(row) ? 0 : 1;
      }
    }
    long positives = rows.positives();
    long negatives = rows.size() - positives;
    return new Confusion(
        threshold,
        truePositive,
        falsePositive,
        negatives - falsePositive,
        positives - truePositive);
  }

  /** The counts at 1/steps, 2/steps … below 1. */
  public static List<Confusion> all(Predictions rows, int steps) {
    List<Confusion> all = new ArrayList<>();
    for (int step = 1; step < steps; step++) {
      all.add(at(rows, (double) step / steps));
    }
    return all;
  }

  /** Of those called yes, how many were; 0 when none was called so. */
  public static double precision(Confusion counts) {
    return share(counts.truePositive(), counts.truePositive() + counts.falsePositive());
  }

  /** Of those that came true, how many were called yes; 0 when none came true. */
  public static double recall(Confusion counts) {
    return share(counts.truePositive(), counts.truePositive() + counts.falseNegative());
  }

  /** The harmonic mean of both: 2 TP / (2 TP + FP + FN); 0 when there is nothing to find. */
  public static double f1(Confusion counts) {
    long twice = 2 * counts.truePositive();
    return share(twice, twice + counts.falsePositive() + counts.falseNegative());
  }

  public static double accuracy(Confusion counts) {
    long right = counts.truePositive() + counts.trueNegative();
    return share(right, right + counts.falsePositive() + counts.falseNegative());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
