package insight.learn.tabular;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import insight.learn.measure.LogLoss;

/** A sum of weights as log-odds. Its contributions are exact: they add up to the log-odds. */
final class LogisticClassifier implements Classifier {
  static final String MAGIC = "INSLOG";
  private static final int VERSION = 1;

  private final Encoding encoding;
  private final double[] weights;
  private final double[] usual;

  /**
   * A model from its parts.
   *
   * @param weights one for each place of the encoding, then the intercept
   * @param usual what the mean training row gets from each column
   */
  LogisticClassifier(Encoding encoding, double[] weights, double[] usual) {
    this.encoding = encoding;
    this.weights = weights;
    this.usual = usual;
  }

  @Override
  public String format() {
    return MAGIC + "-" + VERSION;
  }

  @Override
  public Columns columns() {
    return encoding.columns();
  }

  @Override
  public double[] probabilities(Table table) {
    columns().require(table.columns());
    double[] probabilities = new double[table.rows()];
    for (int r = 0; r < probabilities.length; r++) {
      double logOdds = weights[weights.length - 1];
      for (int c = 0; c < usual.length; c++) {
        logOdds += part(c, table.value(r, c));
      }
      probabilities[r] = LogLoss.sigmoid(logOdds);
    }
    return probabilities;
  }

  private double part(int column, float raw) {
    return weights[encoding.slot(column, raw)] * encoding.value(column, raw);
  }

  @Override
  public double[] contributions(Table table, int row) {
    columns().require(table.columns());
    double[] contributions = new double[usual.length];
    for (int c = 0; c < usual.length; c++) {
      contributions[c] = part(c, table.value(row, c)) - usual[c];
    }
    return contributions;
  }

  @Override
  public byte[] toBytes() {
    ModelWriter file = new ModelWriter(MAGIC, VERSION);
    encoding.write(file);
    return file.reals(weights).reals(usual).toBytes();
  }

  static LogisticClassifier read(byte[] bytes) {
    ModelReader file = new ModelReader(bytes, MAGIC, VERSION);
    Encoding encoding = Encoding.read(file);
    double[] weights = file.reals();
    double[] usual = file.reals();
    file.end();
    ModelReader.require(weights.length == encoding.width() + 1, "weights do not fit the columns");
    ModelReader.require(usual.length == encoding.columns().size(), "no usual row");
    return new LogisticClassifier(encoding, weights, usual);
  }
}
