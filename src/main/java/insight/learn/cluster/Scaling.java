package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings features to one scale, so that none decides by its unit: the logarithm where asked, then
 * the z-score. It is fitted once, kept with the model, and can be turned back.
 */
public record Scaling(List<Feature> features) {

  /**
   * One column.
   *
   * @param logged whether sign(x) · ln(1 + |x|) is taken first
   * @param scale the standard deviation; 1 for a feature that does not vary
   */
  public record Feature(String name, boolean logged, double mean, double scale) {
    public Feature {
      if (!Double.isFinite(mean) || !(scale > 0 && Double.isFinite(scale))) {
        throw new IllegalArgumentException("scaling of " + name + ": " + mean + ", " + scale);
      }
    }

    double scaled(double value) {
      return (logarithm(value) - mean) / scale;
    }

    double original(double scaled) {
      double value = scaled * scale + mean;
      return logged ? Math.signum(value) * Math.expm1(Math.abs(value)) : value;
    }

    private double logarithm(double value) {
      return logged ? log(value) : value;
    }
  }

  public Scaling {
    features = List.copyOf(features);
  }

  /**
   * Fits the scale of each feature to the rows.
   *
   * @param logged the features to take the logarithm of: amounts and counts with a long tail
   */
  public static Scaling fit(FeatureMatrix matrix, Set<String> logged) {
    if (!matrix.names().containsAll(logged)) {
      throw new IllegalArgumentException("features " + matrix.names() + " lack some of " + logged);
    }
    if (matrix.rows() == 0) {
      throw new IllegalArgumentException("no rows to fit the scale to");
    }
    List<Feature> features = new ArrayList<>();
    for (int column = 0; column < matrix.columns(); column++) {
      String name = matrix.names().get(column);
      features.add(fit(matrix, column, logged.contains(name)));
    }
    return new Scaling(features);
  }

  private static Feature fit(FeatureMatrix matrix, int column, boolean logged) {
    double sum = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      double value = matrix.value(row, column);
      sum += logged ? log(value) : value;
    }
    double mean = sum / matrix.rows();
    double squares = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      double value = matrix.value(row, column);
      double d = (logged ? log(value) : value) - mean;
      squares += d * d;
    }
    double deviation = Math.sqrt(squares / matrix.rows());
    boolean varies = deviation > 1e-12 * Math.max(1, Math.abs(mean));
    return new Feature(matrix.names().get(column), logged, mean, varies ? deviation : 1);
  }

  private static double log(double value) {
    return Math.signum(value) * Math.log1p(Math.abs(value));
  }

  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  public double[] scaled(double[] row) {
    double[] scaled = new double[features.size()];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = features.get(i).scaled(row[i]);
    }
    return scaled;
  }

  /** Turns {@link #scaled} back. */
  public double[] original(double[] scaled) {
    double[] row = new double[features.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = features.get(i).original(scaled[i]);
    }
    return row;
  }

  /** Adds how each feature was scaled to a provenance. */
  void describe(Map<String, String> parameters) {
    for (Feature feature : features) {
      parameters.put("scaling." + feature.name(), feature.logged() ? "log, z-score" : "z-score");
    }
  }

  void write(ModelWriter writer) {
    writer.texts(names());
    for (Feature feature : features) {
      writer.whole(feature.logged() ? 1 : 0).real(feature.mean()).real(feature.scale());
    }
  }

  static Scaling read(ModelReader reader) {
    List<Feature> features = new ArrayList<>();
    for (String name : reader.texts()) {
      boolean logged = reader.whole() == 1;
      double mean = reader.real();
      double scale = reader.real();
      ModelReader.require(Double.isFinite(mean) && scale > 0 && scale < 1e300, "scale of " + name);
      features.add(new Feature(name, logged, mean, scale));
    }
    ModelReader.require(!features.isEmpty(), "features");
    return new Scaling(features);
  }

  /** All rows scaled, one after the other. */
  public double[] scaled(FeatureMatrix matrix) {
    if (!matrix.names().equals(names())) {
      throw new IllegalArgumentException(
          "the rows have " + matrix.names() + ", the scaling knows " + names());
    }
    int columns = matrix.columns();
    double[] flat = new double[matrix.rows() * columns];
    for (int column = 0; column < columns; column++) {
      Feature feature = features.get(column);
      for (int row = 0, i = column; row < matrix.rows(); row++, i += columns) {
        flat[i] = feature.scaled(matrix.value(row, column));
      }
    }
    return flat;
  }
}
