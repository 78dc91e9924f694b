package insight.segment;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.cluster.Distance;
import insight.learn.cluster.FeatureMatrix;
import insight.learn.cluster.Scaling;
import insight.learn.measure.RowSplit;
import insight.learn.measure.Silhouette;
import insight.prepare.FeatureColumns;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The customers of a snapshot as numbers on one scale: the logarithm, then the z-score, of each
 * feature that tells customers apart. The scale is fitted to the training part alone, so that
 * nothing of the customers held out leaks into the model; it is kept with the model. A shop without
 * products is grouped by the other three. What is not known of a customer counts as what is usual,
 * the geometric mean of those of whom it is known.
 */
final class CustomerMatrix {
  /** With fewer customers, groups are an accident. */
  static final int LEAST_CUSTOMERS = 50;

  private final List<Customer> customers;
  private final List<GroupFeature> features;
  private final FeatureMatrix matrix;
  private final RowSplit split;
  private final FeatureMatrix training;
  private final Scaling scaling;
  private final double[] flat;

  private CustomerMatrix(
      List<Customer> customers, List<GroupFeature> features, double[] raw, long seed) {
    this.customers = customers;
    this.features = features;
    List<String> names = features.stream().map(GroupFeature::word).toList();
    this.matrix = FeatureMatrix.of(names, raw);
    this.split = RowSplit.seeded(matrix.rows(), RowSplit.USUAL_SHARE, seed);
    this.training = matrix.rows(split.train());
    this.scaling = Scaling.fit(training, new HashSet<>(names));
    this.flat = scaling.scaled(matrix);
  }

  /** By what customers bought. */
  static CustomerMatrix of(List<Customer> customers, long seed) {
    return of(customers, By.PURCHASE, Optional.empty(), seed);
  }

  /**
   * @param values of the features that only the catalogue has, customer by customer
   * @param seed of the split into training and held-out customers
   * @throws Refused when there are too few customers, or they are all alike in these features
   */
  static CustomerMatrix of(
      List<Customer> customers, By by, Optional<FeatureColumns.Values> values, long seed) {
    if (customers.size() < LEAST_CUSTOMERS) {
      throw Refused.unprocessable("segment.data.few", customers.size(), LEAST_CUSTOMERS);
    }
    List<GroupFeature> features = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (GroupFeature feature : GroupFeature.of(by)) {
      double[] column = new FeatureColumn(feature, values).of(customers);
      if (Arrays.stream(column).distinct().limit(2).count() > 1) {
        features.add(feature);
        columns.add(column);
      }
    }
    requireEnough(by, columns);
    double[] raw = new double[customers.size() * features.size()];
    Arrays.setAll(raw, i -> columns.get(i % features.size())[i / features.size()]);
    return new CustomerMatrix(customers, List.copyOf(features), raw, seed);
  }

  private static void requireEnough(By by, List<double[]> columns) {
    if (by == By.BROWSING || by == By.INTERACTION) {
      long active =
          columns.isEmpty()
              ? 0
              : IntStream.range(0, columns.getFirst().length)
                  .filter(row -> columns.stream().anyMatch(c -> c[row] > 0))
                  .count();
      if (columns.size() < 2 || active < LEAST_CUSTOMERS) {
        throw Refused.invalid(
            "/parameters/by", "segment.by.empty." + by.word(), active, LEAST_CUSTOMERS);
      }
    } else if (columns.size() < 2) {
      throw Refused.unprocessable("segment.data.alike");
    }
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

  /** What may be learnt from. */
  FeatureMatrix training() {
    return training;
  }

  RowSplit split() {
    return split;
  }

  Scaling scaling() {
    return scaling;
  }

  double value(int row, int feature) {
    return matrix.value(row, feature);
  }

  /** In standard deviations from the mean of the training customers. */
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
  double silhouette(int[] groups, Distance distance, long seed, Progress told) {
    return Silhouette.mean(placed(distance), features.size(), groups, seed, told);
  }

  private double[] placed(Distance distance) {
    return distance.placed(flat, features.size());
  }

  /**
   * How far the groups lie apart among customers that nothing was learnt from; empty where too few
   * were held out to say.
   */
  OptionalDouble heldOutSilhouette(int[] groups, Distance distance, long seed) {
    int[] rows = split.test();
    if (rows.length < LEAST_CUSTOMERS
        || Arrays.stream(rows).map(r -> groups[r]).distinct().count() < 2) {
      return OptionalDouble.empty();
    }
    int columns = features.size();
    double[] placed = placed(distance);
    double[] unseen =
        Arrays.stream(rows)
            .mapToObj(r -> Arrays.copyOfRange(placed, r * columns, (r + 1) * columns))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    int[] of = Arrays.stream(rows).map(r -> groups[r]).toArray();
    return OptionalDouble.of(Silhouette.mean(unseen, columns, of, seed, share -> {}));
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
