package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.UnreadableModel;
import java.util.Locale;

/** How far rows are apart, in scaled units. */
public enum Distance {
  /** The straight line; a group's centre is the mean of its rows. */
  EUCLID,
  /**
   * The angle: rows are brought to length one, so that the mix of the features counts and not how
   * much there is of all of them; a centre is a mean brought to length one (Dhillon and Modha
   * 2001). A row without any length keeps it.
   */
  COSINE,
  /** The sum of the differences; a centre is made of medians, which far-off rows do not move. */
  L1;

  /** The word people choose it by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Distance read(ModelReader reader) {
    String word = reader.text();
    for (Distance distance : values()) {
      if (distance.word().equals(word)) {
        return distance;
      }
    }
    throw new UnreadableModel("the model file has the unknown distance " + word);
  }

  /**
   * The rows where this distance sees them; the same array unless they have to be moved.
   *
   * @param flat the rows one after the other
   */
  public double[] placed(double[] flat, int columns) {
    if (this != COSINE) {
      return flat;
    }
    double[] unit = flat.clone();
    for (int from = 0; from < unit.length; from += columns) {
      toLengthOne(unit, from, columns);
    }
    return unit;
  }

  /** Brings a centre to where centres may be. */
  void place(double[] centres, int from, int columns) {
    if (this == COSINE) {
      toLengthOne(centres, from, columns);
    }
  }

  private static void toLengthOne(double[] rows, int from, int columns) {
    double length = 0;
    for (int i = from; i < from + columns; i++) {
      length += rows[i] * rows[i];
    }
    if (length > 0) {
      double factor = 1 / Math.sqrt(length);
      for (int i = from; i < from + columns; i++) {
        rows[i] *= factor;
      }
    }
  }

  /** What adds up to the inertia: the square of the straight line, or the sum of differences. */
  double cost(double[] a, int i, double[] b, int j, int columns) {
    return this == L1 ? differences(a, i, b, j, columns) : squares(a, i, b, j, columns);
  }

  /** The distance that belongs to a cost; it obeys the triangle inequality. */
  double ofCost(double cost) {
    return this == L1 ? cost : Math.sqrt(cost);
  }

  /** Four sums at once, which the processor works on side by side. */
  private static double squares(double[] a, int i, double[] b, int j, int columns) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int end = i + (columns & ~3);
    for (; i < end; i += 4, j += 4) {
      double d0 = a[i] - b[j];
      double d1 = a[i + 1] - b[j + 1];
      double d2 = a[i + 2] - b[j + 2];
      double d3 = a[i + 3] - b[j + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (int left = columns & 3; left > 0; left--, i++, j++) {
      double d = a[i] - b[j];
      s0 += d * d;
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static double differences(double[] a, int i, double[] b, int j, int columns) {
    double sum = 0;
    for (int end = i + columns; i < end; i++, j++) {
      sum += Math.abs(a[i] - b[j]);
    }
    return sum;
  }
}
