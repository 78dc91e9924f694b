package insight.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Works out what groups are like. */
final class GroupProfiles {
  private final CustomerMatrix matrix;
  private final int[] groupOf;

  GroupProfiles(CustomerMatrix matrix, int[] groupOf) {
    this.matrix = matrix;
    this.groupOf = groupOf;
  }

  /**
   * All groups with their names.
   *
   * @param labels the labels where the way of grouping gives them; else they follow from the
   *     profiles
   */
  List<Grouping.Group> groups(Optional<List<SegmentLabel>> labels) {
    int k = 1 + Arrays.stream(groupOf).max().orElse(-1);
    List<int[]> rows = IntStream.range(0, k).mapToObj(this::rows).toList();
    List<List<FeatureProfile>> profiles = rows.stream().map(this::profile).toList();
    List<Naming.Given> names =
        labels
            .map(given -> given.stream().map(label -> new Naming.Given(label, 1)).toList())
            .orElseGet(() -> Naming.names(profiles.stream().map(GroupProfiles::shape).toList()));
    return IntStream.range(0, k)
        .mapToObj(
            g ->
                new Grouping.Group(
                    names.get(g), rows.get(g).length, revenue(rows.get(g)), profiles.get(g)))
        .toList();
  }

  private int[] rows(int group) {
    return IntStream.range(0, groupOf.length).filter(row -> groupOf[row] == group).toArray();
  }

  private long revenue(int[] rows) {
    return Arrays.stream(rows).mapToLong(r -> matrix.customers().get(r).monetaryMinor()).sum();
  }

  private List<FeatureProfile> profile(int[] rows) {
    return IntStream.range(0, matrix.features().size())
        .mapToObj(feature -> profile(rows, feature))
        .toList();
  }

  private FeatureProfile profile(int[] rows, int feature) {
    double[] own =
        Arrays.stream(rows).mapToDouble(r -> matrix.value(r, feature)).sorted().toArray();
    double[] all =
        IntStream.range(0, groupOf.length)
            .mapToDouble(r -> matrix.value(r, feature))
            .sorted()
            .toArray();
    double mean =
        Arrays.stream(rows).mapToDouble(r -> matrix.scaled(r, feature)).average().orElse(0);
    return new FeatureProfile(
        matrix.features().get(feature),
        quantile(own, .5),
        quantile(own, .25),
        quantile(own, .75),
        quantile(all, .5),
        quantile(all, .05),
        quantile(all, .95),
        mean);
  }

  /** Worth is the mean of orders and spend; a feature in which all are alike counts as the mean. */
  private static Naming.Shape shape(List<FeatureProfile> profile) {
    return new Naming.Shape(
        (smd(profile, GroupFeature.FREQUENCY) + smd(profile, GroupFeature.MONETARY)) / 2,
        smd(profile, GroupFeature.RECENCY));
  }

  private static double smd(List<FeatureProfile> profile, GroupFeature feature) {
    return profile.stream()
        .filter(p -> p.feature() == feature)
        .mapToDouble(FeatureProfile::smd)
        .findFirst()
        .orElse(0);
  }

  /** Linear between the order statistics (type 7 of Hyndman and Fan 1996); 0 without values. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
