package insight.learn.tabular;

import insight.kernel.Refused;

/** What every trainer asks of its rows, and how it weighs them. */
final class Rows {
  /** Fewer rows teach nothing. */
  static final int LEAST = 20;

  private Rows() {}

  /** Refuses rows that cannot teach a yes or no: too few, or all with the same answer. */
  static void require(Table train) {
    int positives = train.positives();
    if (train.rows() < LEAST) {
      throw Refused.unprocessable("learn.rows.few", train.rows(), LEAST);
    }
    if (positives == 0 || positives == train.rows()) {
      throw Refused.unprocessable("learn.rows.oneAnswer", train.rows());
    }
    for (int r = 0; r < train.rows(); r++) {
      if (Double.isNaN(train.target(r))) {
        throw new IllegalArgumentException("row " + r + " has no target");
      }
    }
  }

  /** The weight of a yes and of a no: 1, or such that both answers weigh the same in sum. */
  static double[] weights(Table train, boolean balanced) {
    double positives = train.positives();
    double rows = train.rows();
    return balanced
        ? new double[] {rows / 2 / (rows - positives), rows / 2 / positives}
        : new double[] {1, 1};
  }
}
