package insight.predict;

import insight.kernel.Refused;
import insight.learn.tabular.Column;
import insight.learn.tabular.Columns;
import insight.learn.tabular.Table;
import insight.prepare.FeatureTables.Numbers;
import insight.prepare.Origins.Origin;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What a churn model looks at: the numeric features of the catalogue, but never those that may
 * stand for a protected trait.
 */
final class ChurnFeatures {
  private ChurnFeatures() {}

  /** All of them. */
  static List<Feature> all() {
    return Catalogue.all().stream().filter(f -> f.measure().numeric() && !f.personal()).toList();
  }

  /**
   * Those that were asked for; all when none were.
   *
   * @throws Refused (invalid) for one that a model may not look at
   */
  static List<Feature> chosen(List<String> asked) {
    if (asked.isEmpty()) {
      return all();
    }
    for (String id : asked) {
      if (all().stream().noneMatch(f -> f.id().equals(id))) {
        throw Refused.invalid("/features", "predict.churn.feature", id);
      }
    }
    return all().stream().filter(f -> asked.contains(f.id())).toList();
  }

  /** The features that a model learned from. */
  static List<Feature> of(Columns columns) {
    return columns.names().stream().map(name -> Catalogue.find(name).orElseThrow()).toList();
  }

  static Columns columns(List<Feature> features) {
    return new Columns(features.stream().map(f -> Column.numeric(f.id())).toList());
  }

  /** People to learn from, cut-off by cut-off: 1 = made no order in the days after. */
  static Table labelled(List<Numbers> numbers, List<Origin> origins) {
    int rows = numbers.stream().mapToInt(Numbers::rows).sum();
    List<Feature> features = numbers.getFirst().features();
    float[] values = new float[Math.multiplyExact(rows, features.size())];
    double[] target = new double[rows];
    long[] person = new long[rows];
    int[] day = new int[rows];
    int from = 0;
    for (int i = 0; i < numbers.size(); i++) {
      Numbers part = numbers.get(i);
      System.arraycopy(
          part.values(), 0, values, from * features.size(), part.rows() * features.size());
      System.arraycopy(part.persons(), 0, person, from, part.rows());
      Arrays.fill(day, from, from + part.rows(), day(origins.get(i).snapshot().cutoff()));
      for (int row = 0; row < part.rows(); row++) {
        target[from + row] = part.orders()[row] == 0 ? 1 : 0;
      }
      from += part.rows();
    }
    return Table.of(columns(features), values, target, person, day, origins.getFirst().days());
  }

  /** People to score. */
  static Table unlabelled(Numbers numbers, Instant cutoff) {
    double[] target = new double[numbers.rows()];
    Arrays.fill(target, Double.NaN);
    int[] day = new int[numbers.rows()];
    Arrays.fill(day, day(cutoff));
    return Table.of(
        columns(numbers.features()), numbers.values(), target, numbers.persons(), day, 0);
  }

  private static int day(Instant cutoff) {
    return (int) Duration.between(Instant.EPOCH, cutoff).toDays();
  }
}
