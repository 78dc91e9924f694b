package insight.learn.measure;

import java.util.ArrayList;
import java.util.List;

/** Whether of a hundred rows with «30 %» thirty come true: the points of a reliability plot. */
public final class Reliability {
  private Reliability() {}

  /** Bins of equal width, ascending; empty ones are left out. */
  public static List<Diagnostics.ReliabilityBin> bins(Predictions rows, int bins) {
    double[] predicted = new double[bins];
    long[] observed = new long[bins];
    long[] n = new long[bins];
    for (int row = 0; row < rows.size(); row++) {
      int bin = bin(rows.probability(row), bins);
      predicted[bin] += rows.probability(row);
      observed[bin] += rows.happened(row) ? 1 : 0;
      n[bin]++;
    }
    List<Diagnostics.ReliabilityBin> points = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (n[bin] > 0) {
        points.add(
            new Diagnostics.ReliabilityBin(
                predicted[bin] / n[bin], (double) observed[bin] / n[bin], n[bin]));
      }
    }
    return points;
  }

  static int bin(double probability, int bins) {
    return Math.max(0, Math.min(bins - 1, (int) (probability * bins)));
  }
}
