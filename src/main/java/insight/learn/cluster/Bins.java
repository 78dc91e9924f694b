package insight.learn.cluster;

import java.util.Arrays;

/**
 * The values of a matrix as small numbers: which of at most 127 thresholds of its column lies
 * below. Thresholds lie between quantiles and are as round as the gap allows, so that rules read
 * well.
 */
final class Bins {
  private static final int MOST = 127;
  private static final int SAMPLE = 20_000;

  private final double[][] thresholds;
  private final byte[] bins;
  private final int columns;

  Bins(FeatureMatrix matrix) {
    columns = matrix.columns();
    thresholds = new double[columns][];
    bins = new byte[matrix.rows() * columns];
    for (int column = 0; column < columns; column++) {
      thresholds[column] = thresholds(matrix, column);
      for (int row = 0; row < matrix.rows(); row++) {
        int place = Arrays.binarySearch(thresholds[column], matrix.value(row, column));
        bins[row * columns + column] = (byte) (place >= 0 ? place : -place - 1);
      }
    }
  }

  int of(int row, int column) {
    return bins[row * columns + column];
  }

  /** How many bins a column has. */
  int count(int column) {
    return thresholds[column].length + 1;
  }

  /** Rows of a bin and of those before it are at or below this. */
  double threshold(int column, int bin) {
    return thresholds[column][bin];
  }

  private static double[] thresholds(FeatureMatrix matrix, int column) {
    int step = Math.max(1, matrix.rows() / SAMPLE);
    double[] sorted = new double[(matrix.rows() + step - 1) / step];
    Arrays.setAll(sorted, i -> matrix.value(i * step, column));
    Arrays.sort(sorted);
    double[] different = Arrays.stream(sorted).distinct().toArray();
    double[] from = different.length <= MOST + 1 ? different : quantiles(sorted);
    double[] between = new double[Math.max(0, from.length - 1)];
    Arrays.setAll(between, i -> roundest(from[i], from[i + 1]));
    return between;
  }

  private static double[] quantiles(double[] sorted) {
    double[] quantiles = new double[MOST + 1];
    Arrays.setAll(quantiles, i -> sorted[(int) ((long) i * (sorted.length - 1) / MOST)]);
    return Arrays.stream(quantiles).distinct().toArray();
  }

  /** The roundest number at or above {@code low} and below {@code high}. */
  static double roundest(double low, double high) {
    for (int digits = -12; digits <= 6; digits++) {
      double factor = Math.pow(10, digits);
      double number = (Math.ceil(high * factor) - 1) / factor;
      if (low <= number && number < high) {
        return number;
      }
    }
    return low;
  }
}
