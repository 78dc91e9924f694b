package insight.learn.tabular;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;

/** A model whose probabilities are put right. Its reasons are those of the model inside. */
final class Calibrated implements Classifier {
  static final String MAGIC = "INSCAL";
  private static final int VERSION = 1;

  private final Classifier inside;
  private final Scores scores;

  Calibrated(Classifier inside, Scores scores) {
    this.inside = inside;
    this.scores = scores;
  }

  @Override
  public String format() {
    return MAGIC + "-" + VERSION + "(" + inside.format() + ")";
  }

  @Override
  public Columns columns() {
    return inside.columns();
  }

  @Override
  public double[] probabilities(Table table) {
    double[] probabilities = inside.probabilities(table);
    for (int r = 0; r < probabilities.length; r++) {
      probabilities[r] = scores.of(probabilities[r]);
    }
    return probabilities;
  }

  @Override
  public double[] contributions(Table table, int row) {
    return inside.contributions(table, row);
  }

  @Override
  public double[][] contributions(Table table) {
    return inside.contributions(table);
  }

  @Override
  public byte[] toBytes() {
    ModelWriter file = new ModelWriter(MAGIC, VERSION);
    scores.write(file);
    return file.blob(inside.toBytes()).toBytes();
  }

  static Calibrated read(byte[] bytes) {
    ModelReader file = new ModelReader(bytes, MAGIC, VERSION);
    Scores scores = Scores.read(file);
    byte[] inside = file.blob();
    file.end();
    return new Calibrated(TabularModels.read(inside), scores);
  }
}
