package insight.learn.tabular;

import java.util.Arrays;

/**
 * Rows for XGBoost, as compressed sparse rows: numbers as they are, categories one-hot, nothing for
 * what is missing, since its trees learn where the missing goes.
 */
@SuppressWarnings("ArrayRecordComponent") // seen in this package only, read and never compared
record OneHot(long[] starts, int[] slots, float[] values, int width) {
  static OneHot of(Table table) {
    int[] offset = Encoding.offsets(table.columns());
    int columns = table.columns().size();
    long[] starts = new long[table.rows() + 1];
    int[] slots = new int[table.rows() * columns];
    float[] values = new float[slots.length];
    int n = 0;
    for (int r = 0; r < table.rows(); r++) {
      for (int c = 0; c < columns; c++) {
        float raw = table.value(r, c);
        Column column = table.columns().at(c);
        if (isKnown(column, raw)) {
          slots[n] = offset[c] + (column.isCategory() ? (int) raw : 0);
          values[n++] = column.isCategory() ? 1 : raw;
        }
      }
      starts[r + 1] = n;
    }
    return new OneHot(starts, Arrays.copyOf(slots, n), Arrays.copyOf(values, n), offset[columns]);
  }

  private static boolean isKnown(Column column, float raw) {
    return !Float.isNaN(raw) && (!column.isCategory() || raw >= 0 && raw < column.levels().size());
  }
}
