package insight.segment;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.cluster.FeatureMatrix;
import insight.learn.cluster.Scaling;
import insight.learn.measure.Silhouette;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The customers of a snapshot as numbers on one scale: the logarithm, then the z-score, of each
 * feature that tells customers apart. A shop without products is grouped by the other three.
 */
final class CustomerMatrix {
  /** With fewer customers, groups are an accident. */
  static final int LEAST_CUSTOMERS = 50;

  private final List<Customer> customers;
  private final List<GroupFeature> features;
  private final FeatureMatrix matrix;
  private final Scaling scaling;
  private final double[] flat;

  private CustomerMatrix(List<Customer> customers, List<GroupFeature> features) {
    this.customers = customers;
    this.features = features;
    List<String> names = features.stream().map(GroupFeature::word).toList();
    this.matrix = FeatureMatrix.of(names, raw(customers, features));
    this.scaling = Scaling.fit(matrix, new HashSet<>(names));
    this.flat =
        IntStream.range(0, matrix.rows())
            .mapToObj(row -> scaling.scaled(matrix.row(row)))
            .flatMapToDouble(java.util.Arrays::stream)
            .toArray();
  }

  /**
   * @throws Refused when there are too few customers, or they are all alike
   */
  static CustomerMatrix of(List<Customer> customers) {
    if (customers.size() < LEAST_CUSTOMERS) {
      throw Refused.unprocessable("segment.data.few", customers.size(), LEAST_CUSTOMERS);
    }
    List<GroupFeature> features =
        Stream.of(GroupFeature.values()).filter(f -> varies(customers, f)).toList();
    if (features.size() < 2) {
      throw Refused.unprocessable("segment.data.alike");
    }
    return new CustomerMatrix(customers, features);
  }

  private static boolean varies(List<Customer> customers, GroupFeature feature) {
    return customers.stream().mapToDouble(feature::of).distinct().limit(2).count() > 1;
  }

  private static double[] raw(List<Customer> customers, List<GroupFeature> features) {
    return customers.stream()
        .flatMapToDouble(c -> features.stream().mapToDouble(f -> f.of(c)))
        .toArray();
  }

  List<Customer> customers() {
    return customers;
  }

  List<GroupFeature> features() {
    return features;
  }

  FeatureMatrix matrix() {
    return matrix;
  }

  Scaling scaling() {
    return scaling;
  }

  double value(int row, int feature) {
    return matrix.value(row, feature);
  }

  /** In standard deviations from the mean of all customers. */
  double scaled(int row, int feature) {
    return flat[row * features.size() + feature];
  }

  List<Method.Scale> scales() {
    return IntStream.range(0, features.size())
        .mapToObj(
            i -> {
              Scaling.Feature scale = scaling.features().get(i);
              return new Method.Scale(features.get(i), scale.mean(), scale.scale());
            })
        .toList();
  }

  /** How far these groups lie apart; a seeded sample stands for many customers. */
  double silhouette(int[] groups, long seed, Progress told) {
    return Silhouette.mean(flat, features.size(), groups, seed, told);
  }

  /**
   * As many equal groups by spend alone: what a shop can make without a model, the baseline. It is
   * a modest one, since k-means seeks just what the silhouette measures; it says whether the
   * features together tell more than spend does.
   */
  int[] equalBySpend(int k) {
    int[] groups = new int[customers.size()];
    List<Integer> order =
        IntStream.range(0, groups.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> customers.get(i).monetaryMinor()))
            .toList();
    for (int rank = 0; rank < groups.length; rank++) {
      groups[order.get(rank)] = (int) ((long) rank * k / groups.length);
    }
    return groups;
  }
}
