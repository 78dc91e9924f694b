package insight.learn.tabular;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import insight.learn.UnreadableModel;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees. XGBoost's own bytes (UBJSON, which its later versions read) lie inside of our file
 * with its checksum. Contributions are Shapley values of the log-odds (Lundberg et al. 2020).
 */
final class XgbClassifier implements Classifier {
  static final String MAGIC = "INSXGB";
  private static final int VERSION = 1;

  private final Columns columns;
  private final byte[] forest;
  private final int trees;
  private final Booster booster;

  /**
   * A model from its parts.
   *
   * @param trees how many of the forest's trees speak; later ones only learned by heart
   */
  XgbClassifier(Columns columns, byte[] forest, int trees) {
    this.columns = columns;
    this.forest = forest;
    this.trees = trees;
    try {
      booster = XGBoost.loadModel(forest);
      booster.setParam("nthread", 1);
    } catch (XGBoostError | IOException e) {
      throw new UnreadableModel("XGBoost cannot read the trees of the model file", e);
    }
  }

  @Override
  public String format() {
    return MAGIC + "-" + VERSION;
  }

  @Override
  public Columns columns() {
    return columns;
  }

  @Override
  public double[] probabilities(Table table) {
    float[][] raw = ask(table, rows -> booster.predict(rows.matrix(), false, trees));
    double[] probabilities = new double[table.rows()];
    for (int r = 0; r < probabilities.length; r++) {
      probabilities[r] = raw[r][0];
    }
    return probabilities;
  }

  @Override
  public double[] contributions(Table table, int row) {
    return contributions(table.only(new int[] {row}))[0];
  }

  @Override
  public double[][] contributions(Table table) {
    float[][] raw = ask(table, rows -> booster.predictContrib(rows.matrix(), trees));
    int[] offset = Encoding.offsets(columns);
    double[][] all = new double[table.rows()][columns.size()];
    for (int r = 0; r < all.length; r++) {
      for (int c = 0; c < columns.size(); c++) {
        for (int slot = offset[c]; slot < offset[c + 1]; slot++) {
          all[r][c] += raw[r][slot];
        }
      }
    }
    return all;
  }

  private interface Question {
    float[][] of(XgbMatrix rows) throws XGBoostError;
  }

  /** The booster answers one at a time. */
  private float[][] ask(Table table, Question question) {
    columns.require(table.columns());
    if (table.rows() == 0) {
      return new float[0][];
    }
    try (XgbMatrix rows = XgbMatrix.of(table)) {
      synchronized (booster) {
        return question.of(rows);
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost could not score", e);
    }
  }

  @Override
  public byte[] toBytes() {
    ModelWriter file = new ModelWriter(MAGIC, VERSION);
    columns.write(file);
    return file.whole(trees).blob(forest).toBytes();
  }

  static XgbClassifier read(byte[] bytes) {
    ModelReader file = new ModelReader(bytes, MAGIC, VERSION);
    Columns columns = Columns.read(file);
    int trees = file.whole();
    byte[] forest = file.blob();
    file.end();
    ModelReader.require(trees > 0, "it has no trees");
    return new XgbClassifier(columns, forest, trees);
  }
}
