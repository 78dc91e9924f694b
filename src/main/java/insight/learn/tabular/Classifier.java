package insight.learn.tabular;

/** A model that says how probable it is that something comes true. */
public interface Classifier {
  /** The kind and layout of its file, e.g. {@code INSLOG-1}. */
  String format();

  /** What it learned from; it serves tables with the same columns only. */
  Columns columns();

  /** For each row how probable a yes is, 0…1. The target is not looked at. */
  double[] probabilities(Table table);

  /**
   * What each column adds to the score of one row, compared with the usual row: above 0 speaks for
   * a yes. In the order of the columns, in the model's own unit (log-odds or probability).
   */
  double[] contributions(Table table, int row);

  /** The contributions of all rows. */
  default double[][] contributions(Table table) {
    double[][] all = new double[table.rows()][];
    java.util.Arrays.setAll(all, row -> contributions(table, row));
    return all;
  }

  /** The model as a file, which {@link TabularModels} reads. */
  byte[] toBytes();
}
