package insight.learn.cluster;

import insight.kernel.Refused;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Rows of numbers with named columns; every number is finite. */
public final class FeatureMatrix {
  private final List<String> names;
  private final double[] values;
  private final int rows;

  private FeatureMatrix(List<String> names, double[] values) {
    this.names = names;
    this.values = values;
    this.rows = values.length / names.size();
  }

  /**
   * A matrix of copied values.
   *
   * @param values the rows one after the other
   * @throws Refused when a value is no finite number, naming its row and feature
   */
  public static FeatureMatrix of(List<String> names, double[] values) {
    int columns = names.size();
    if (columns == 0 || new HashSet<>(names).size() < columns || values.length % columns != 0) {
      throw new IllegalArgumentException(
          values.length + " values for the features " + names + ", which must be different");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw Refused.unprocessable("learn.matrix.number", names.get(i % columns), i / columns + 1);
      }
    }
    return new FeatureMatrix(List.copyOf(names), values.clone());
  }

  public static FeatureMatrix of(List<String> names, double[][] rows) {
    for (double[] row : rows) {
      if (row.length != names.size()) {
        throw new IllegalArgumentException(row.length + " values for the features " + names);
      }
    }
    return of(names, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
  }

  /** A matrix of some of the rows, in the given order. */
  public FeatureMatrix rows(int... some) {
    double[] picked = new double[some.length * columns()];
    for (int i = 0; i < some.length; i++) {
      System.arraycopy(values, some[i] * columns(), picked, i * columns(), columns());
    }
    return new FeatureMatrix(names, picked);
  }

  public List<String> names() {
    return names;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return names.size();
  }

  public double value(int row, int column) {
    return values[row * names.size() + column];
  }

  public double[] row(int row) {
    return Arrays.copyOfRange(values, row * names.size(), (row + 1) * names.size());
  }
}
