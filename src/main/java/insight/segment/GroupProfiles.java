package insight.segment;

import insight.learn.cluster.FeatureMatrix;
import insight.learn.cluster.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Works out what groups are like. */
final class GroupProfiles {
  private final CustomerMatrix matrix;
  private final int[] groupOf;
  private final List<Shown> shown;

  /** A feature with all customers' values, as they are and scaled, and the former sorted. */
  @SuppressWarnings("ArrayRecordComponent") // within this class only
  private record Shown(GroupFeature feature, double[] raw, double[] scaled, double[] sorted) {}

  GroupProfiles(CustomerMatrix matrix, int[] groupOf) {
    this.matrix = matrix;
    this.groupOf = groupOf;
    this.shown =
        Stream.of(GroupFeature.values())
            .filter(f -> f.isShort() || matrix.features().contains(f))
            .map(this::shown)
            .filter(s -> s.sorted()[0] < s.sorted()[s.sorted().length - 1])
            .toList();
  }

  /** Grouped by or not, everybody wants to know what a group buys. */
  private Shown shown(GroupFeature feature) {
    int place = matrix.features().indexOf(feature);
    double[] raw = new double[groupOf.length];
    double[] scaled = new double[groupOf.length];
    if (place >= 0) {
      Arrays.setAll(raw, row -> matrix.value(row, place));
      Arrays.setAll(scaled, row -> matrix.scaled(row, place));
    } else {
      Arrays.setAll(raw, row -> feature.of(matrix.customers().get(row)));
      FeatureMatrix column = FeatureMatrix.of(List.of(feature.word()), raw);
      double[] own = Scaling.fit(column, Set.of(feature.word())).scaled(column);
      System.arraycopy(own, 0, scaled, 0, own.length);
    }
    return new Shown(feature, raw, scaled, Arrays.stream(raw).sorted().toArray());
  }

  /**
   * All groups with their names.
   *
   * @param lastIsNoGroup whether the last holds those who are in none
   * @param labels the labels where the way of grouping gives them; else they follow from the
   *     profiles
   */
  List<Grouping.Group> groups(Optional<List<SegmentLabel>> labels, boolean lastIsNoGroup) {
    int k = 1 + Arrays.stream(groupOf).max().orElse(-1);
    List<int[]> rows = IntStream.range(0, k).mapToObj(this::rows).toList();
    List<List<FeatureProfile>> profiles = rows.stream().map(this::profile).toList();
    List<Naming.Given> names =
        labels
            .map(given -> given.stream().map(label -> new Naming.Given(label, 1)).toList())
            .orElseGet(() -> names(profiles, lastIsNoGroup ? k - 1 : k));
    return IntStream.range(0, k)
        .mapToObj(
            g ->
                new Grouping.Group(
                    names.get(g), rows.get(g).length, revenue(rows.get(g)), profiles.get(g)))
        .toList();
  }

  /** Names from the profiles of the first groups; the rest is in no group. */
  private static List<Naming.Given> names(List<List<FeatureProfile>> profiles, int groups) {
    List<Naming.Given> names =
        new ArrayList<>(
            Naming.names(profiles.subList(0, groups).stream().map(GroupProfiles::shape).toList()));
    for (int rest = groups; rest < profiles.size(); rest++) {
      names.add(new Naming.Given(SegmentLabel.NO_GROUP, 1 + rest - groups));
    }
    return names;
  }

  private int[] rows(int group) {
    return IntStream.range(0, groupOf.length).filter(row -> groupOf[row] == group).toArray();
  }

  private long revenue(int[] rows) {
    return Arrays.stream(rows).mapToLong(r -> matrix.customers().get(r).monetaryMinor()).sum();
  }

  private List<FeatureProfile> profile(int[] rows) {
    return shown.stream().map(s -> profile(rows, s)).toList();
  }

  private static FeatureProfile profile(int[] rows, Shown shown) {
    double[] own = Arrays.stream(rows).mapToDouble(r -> shown.raw()[r]).sorted().toArray();
    double[] all = shown.sorted();
    double mean = Arrays.stream(rows).mapToDouble(r -> shown.scaled()[r]).average().orElse(0);
    return new FeatureProfile(
        shown.feature(),
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
