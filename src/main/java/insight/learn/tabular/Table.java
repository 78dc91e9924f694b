package insight.learn.tabular;

import java.util.Arrays;

/**
 * Rows to learn from or to score, in flat arrays: at 300,000 customers objects would cost more than
 * the values. A table is never changed once made.
 */
public final class Table {
  private final Columns columns;
  private final float[] values;
  private final double[] target;
  private final long[] group;
  private final int[] origin;
  private final int horizon;

  private Table(
      Columns columns, float[] values, double[] target, long[] group, int[] origin, int horizon) {
    this.columns = columns;
    this.values = values;
    this.target = target;
    this.group = group;
    this.origin = origin;
    this.horizon = horizon;
  }

  /**
   * A table that takes over the arrays: the caller must not change them afterwards.
   *
   * @param values row after row, NaN where missing, the place of its level for a category
   * @param target 1 where it came true and 0 where not, or the number to foretell; NaN if unknown
   * @param group whose row it is; rows of one customer are never learned from and tested on at once
   * @param origin the day number of the row's cut-off: its features know nothing later
   * @param horizon how many days after the cut-off the target is known; 0 if time plays no part
   */
  public static Table of(
      Columns columns, float[] values, double[] target, long[] group, int[] origin, int horizon) {
    if (values.length != (long) target.length * columns.size()
        || group.length != target.length
        || origin.length != target.length
        || horizon < 0) {
      throw new IllegalArgumentException("the arrays of a table do not fit each other");
    }
    return new Table(columns, values, target, group, origin, horizon);
  }

  /** Rows without time, each of another customer. */
  public static Table of(Columns columns, float[] values, double[] target) {
    long[] group = new long[target.length];
    Arrays.setAll(group, i -> i);
    return of(columns, values, target, group, new int[target.length], 0);
  }

  public Columns columns() {
    return columns;
  }

  public int rows() {
    return target.length;
  }

  public float value(int row, int column) {
    return values[row * columns.size() + column];
  }

  public double target(int row) {
    return target[row];
  }

  public long group(int row) {
    return group[row];
  }

  public int origin(int row) {
    return origin[row];
  }

  public int horizon() {
    return horizon;
  }

  /** Whether it came true, row by row. */
  public boolean[] happened() {
    boolean[] happened = new boolean[target.length];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = target[i] > .5;
    }
    return happened;
  }

  public long[] groups() {
    return group.clone();
  }

  public double[] targets() {
    return target.clone();
  }

  /** How many came true. */
  public int positives() {
    int positives = 0;
    for (double each : target) {
      positives += each > .5 ? 1 : 0;
    }
    return positives;
  }

  /** Some of the rows, in the given order; a row may come more than once. */
  public Table only(int[] rows) {
    int width = columns.size();
    float[] some = new float[rows.length * width];
    double[] targets = new double[rows.length];
    long[] groups = new long[rows.length];
    int[] origins = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, some, i * width, width);
      targets[i] = target[rows[i]];
      groups[i] = group[rows[i]];
      origins[i] = origin[rows[i]];
    }
    return new Table(columns, some, targets, groups, origins, horizon);
  }

  /** These rows and then those of another table with the same columns. */
  public Table and(Table other) {
    columns.require(other.columns);
    int rows = rows();
    float[] all = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, all, values.length, other.values.length);
    double[] targets = Arrays.copyOf(target, rows + other.rows());
    System.arraycopy(other.target, 0, targets, rows, other.rows());
    long[] groups = Arrays.copyOf(group, rows + other.rows());
    System.arraycopy(other.group, 0, groups, rows, other.rows());
    int[] origins = Arrays.copyOf(origin, rows + other.rows());
    System.arraycopy(other.origin, 0, origins, rows, other.rows());
    return new Table(columns, all, targets, groups, origins, horizon);
  }

  /** The same table with the values of one column in another order. */
  Table shuffled(int column, int[] order) {
    float[] changed = values.clone();
    int width = columns.size();
    for (int i = 0; i < order.length; i++) {
      changed[i * width + column] = values[order[i] * width + column];
    }
    return new Table(columns, changed, target, group, origin, horizon);
  }
}
