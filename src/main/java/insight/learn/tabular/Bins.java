package insight.learn.tabular;

import java.util.Arrays;

/**
 * The values of one column in few bins of like many rows: bin 0 is what is missing, then come the
 * numbers in rising order, or each level of a category.
 */
final class Bins {
  private static final int SAMPLE = 50_000;

  /** The largest value of each bin of numbers but the last; empty for a category. */
  private final float[] edges;

  private final int levels;

  private Bins(float[] edges, int levels) {
    this.edges = edges;
    this.levels = levels;
  }

  static Bins of(Table table, int column, int most) {
    Column what = table.columns().at(column);
    if (what.isCategory()) {
      return new Bins(new float[0], what.levels().size());
    }
    int step = Math.max(1, table.rows() / SAMPLE);
    float[] values = new float[table.rows() / step + 1];
    int n = 0;
    for (int r = 0; r < table.rows(); r += step) {
      float value = table.value(r, column);
      if (!Float.isNaN(value)) {
        values[n++] = value;
      }
    }
    return new Bins(edges(Arrays.copyOf(values, n), most), 0);
  }

  private static float[] edges(float[] values, int most) {
    Arrays.sort(values);
    float[] edges = new float[most];
    int n = 0;
    for (int bin = 1; bin < most && values.length > 0; bin++) {
      float edge = values[(int) ((long) bin * values.length / most)];
      boolean more = n == 0 || edge > edges[n - 1];
      if (more && edge < values[values.length - 1]) {
        edges[n++] = edge;
      }
    }
    return Arrays.copyOf(edges, n);
  }

  int count() {
    return 1 + (levels > 0 ? levels : edges.length + 1);
  }

  int of(float value) {
    if (Float.isNaN(value)) {
      return 0;
    }
    if (levels > 0) {
      return value >= 0 && value < levels ? 1 + (int) value : 0;
    }
    int place = Arrays.binarySearch(edges, value);
    return 1 + (place >= 0 ? place : -place - 1);
  }
}
