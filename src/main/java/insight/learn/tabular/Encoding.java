package insight.learn.tabular;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;

/**
 * How rows become numbers for models that add up weights. A number is logged where it is skewed
 * (sign · ln(1 + |x|)) and then scaled to mean 0 and spread 1, a category is one-hot, and what is
 * missing (or a level never seen) has a place of its own. So each column of a row has exactly one
 * place that is not 0. All of it is measured on the training rows only, and kept with the model.
 */
final class Encoding {
  private static final double SKEWED = 1.5;
  private static final float FARTHEST = 8;

  private final Columns columns;
  private final int[] offset;
  private final boolean[] logged;
  private final double[] mean;
  private final double[] spread;

  private Encoding(Columns columns, boolean[] logged, double[] mean, double[] spread) {
    this.columns = columns;
    this.logged = logged;
    this.mean = mean;
    this.spread = spread;
    offset = offsets(columns);
  }

  /** Measures the columns of the training rows. */
  static Encoding fit(Table train) {
    int width = train.columns().size();
    Encoding encoding =
        new Encoding(train.columns(), new boolean[width], new double[width], new double[width]);
    for (int c = 0; c < width; c++) {
      encoding.measure(train, c);
    }
    return encoding;
  }

  /** The first place of each column, and the number of places at the end. */
  static int[] offsets(Columns columns) {
    int[] offset = new int[columns.size() + 1];
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.at(c);
      offset[c + 1] = offset[c] + (column.isCategory() ? column.levels().size() : 1) + 1;
    }
    return offset;
  }

  private void measure(Table train, int column) {
    spread[column] = 1;
    if (columns.at(column).isCategory()) {
      return;
    }
    moments(train, column);
    double cubes = 0;
    int n = 0;
    for (int r = 0; r < train.rows(); r++) {
      float x = train.value(r, column);
      if (!Float.isNaN(x)) {
        double z = (x - mean[column]) / spread[column];
        cubes += z * z * z;
        n++;
      }
    }
    if (n > 0 && Math.abs(cubes / n) > SKEWED) {
      logged[column] = true;
      moments(train, column);
    }
  }

  private void moments(Table train, int column) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int r = 0; r < train.rows(); r++) {
      float raw = train.value(r, column);
      if (!Float.isNaN(raw)) {
        double x = unscaled(column, raw);
        double before = n == 0 ? 0 : sum / n;
        n++;
        sum += x;
        squares += (x - before) * (x - sum / n);
      }
    }
    mean[column] = n == 0 ? 0 : sum / n;
    double deviation = n == 0 ? 0 : Math.sqrt(squares / n);
    spread[column] = deviation > 1e-12 ? deviation : 1;
  }

  private double unscaled(int column, float raw) {
    return logged[column] ? Math.copySign(Math.log1p(Math.abs(raw)), raw) : raw;
  }

  Columns columns() {
    return columns;
  }

  /** How many places there are. */
  int width() {
    return offset[offset.length - 1];
  }

  /** The place of a raw value that is not 0. */
  int slot(int column, float raw) {
    Column what = columns.at(column);
    if (!what.isCategory()) {
      return Float.isNaN(raw) ? offset[column] + 1 : offset[column];
    }
    int levels = what.levels().size();
    boolean known = raw >= 0 && raw < levels;
    return offset[column] + (known ? (int) raw : levels);
  }

  /** What stands there. */
  float value(int column, float raw) {
    if (columns.at(column).isCategory() || Float.isNaN(raw)) {
      return 1;
    }
    double z = (unscaled(column, raw) - mean[column]) / spread[column];
    return (float) Math.max(-FARTHEST, Math.min(FARTHEST, z));
  }

  /** All rows in numbers. */
  Encoded encode(Table table) {
    columns.require(table.columns());
    int width = columns.size();
    int[] slots = new int[table.rows() * width];
    float[] values = new float[table.rows() * width];
    for (int r = 0; r < table.rows(); r++) {
      for (int c = 0; c < width; c++) {
        float raw = table.value(r, c);
        slots[r * width + c] = slot(c, raw);
        values[r * width + c] = value(c, raw);
      }
    }
    return new Encoded(table.rows(), width, slots, values);
  }

  void write(ModelWriter file) {
    columns.write(file);
    int[] flags = new int[logged.length];
    for (int c = 0; c < flags.length; c++) {
      flags[c] = logged[c] ? 1 : 0;
    }
    file.wholes(flags).reals(mean).reals(spread);
  }

  static Encoding read(ModelReader file) {
    Columns columns = Columns.read(file);
    int[] flags = file.wholes();
    double[] mean = file.reals();
    double[] spread = file.reals();
    ModelReader.require(
        flags.length == columns.size()
            && mean.length == flags.length
            && spread.length == flags.length,
        "its columns have no scale");
    boolean[] logged = new boolean[flags.length];
    for (int c = 0; c < flags.length; c++) {
      logged[c] = flags[c] == 1;
    }
    return new Encoding(columns, logged, mean, spread);
  }
}
