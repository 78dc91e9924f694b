package insight.learn.tabular;

/**
 * Rows in numbers: for each column of each row the one place that is not 0, and what stands there.
 */
@SuppressWarnings("ArrayRecordComponent") // seen in this package only, read and never compared
record Encoded(int rows, int columns, int[] slots, float[] values) {
  /** Σ weight · value over a row. */
  double dot(int row, double[] weights) {
    double sum = 0;
    int end = (row + 1) * columns;
    for (int i = row * columns; i < end; i++) {
      sum += weights[slots[i]] * values[i];
    }
    return sum;
  }

  /** The mean of weight · value by column: what the usual row gets. */
  double[] usual(double[] weights) {
    double[] usual = new double[columns];
    for (int i = 0; i < slots.length; i++) {
      usual[i % columns] += weights[slots[i]] * values[i];
    }
    for (int c = 0; c < columns; c++) {
      usual[c] /= Math.max(1, rows);
    }
    return usual;
  }
}
