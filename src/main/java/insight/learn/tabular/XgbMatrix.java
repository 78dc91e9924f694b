package insight.learn.tabular;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows in XGBoost's own memory, which must be given back. */
record XgbMatrix(DMatrix matrix, int rows) implements AutoCloseable {
  /** Rows to score. */
  static XgbMatrix of(Table table) throws XGBoostError {
    OneHot rows = OneHot.of(table);
    DMatrix matrix =
        new DMatrix(
            rows.starts(), rows.slots(), rows.values(), DMatrix.SparseType.CSR, rows.width());
    return new XgbMatrix(matrix, table.rows());
  }

  /** Rows to learn from or to stop by. */
  static XgbMatrix labelled(Table table, double[] classWeights) throws XGBoostError {
    XgbMatrix rows = of(table);
    float[] labels = new float[table.rows()];
    float[] weights = new float[table.rows()];
    for (int r = 0; r < labels.length; r++) {
      labels[r] = (float) table.target(r);
      weights[r] = (float) classWeights[labels[r] > .5f ? 1 : 0];
    }
    rows.matrix.setLabel(labels);
    rows.matrix.setWeight(weights);
    return rows;
  }

  @Override
  public void close() {
    matrix.dispose();
  }
}
