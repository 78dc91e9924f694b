package insight.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.cluster.Assignment;
import insight.learn.cluster.Clustering;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trained;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacingTest {
  private static final List<Customer> CUSTOMERS = Shops.invented(240, 9).customers();
  private static final Trained TRAINED =
      new SegmentCustomers()
          .train(new Order("k-means", Map.of(), 1), Shops.of(CUSTOMERS), share -> {});
  private static final Grouping GROUPING = (Grouping) TRAINED.keepsake();

  /** The kept form, as it would come back from the database. */
  private static final Segmentation SEGMENTATION =
      new Segmentation(
          1,
          1,
          7,
          Instant.EPOCH,
          Instant.EPOCH,
          Method.of(GROUPING.method().json()),
          IntStream.range(0, GROUPING.groups().size()).mapToObj(PlacingTest::segment).toList());

  private static Segment segment(int cluster) {
    Grouping.Group group = GROUPING.groups().get(cluster);
    return new Segment(
        cluster,
        1,
        group.name().label(),
        group.name().ordinal(),
        Optional.empty(),
        group.size(),
        GROUPING.customerShare(group),
        group.revenueMinor(),
        GROUPING.revenueShare(group),
        Optional.of("GBP"),
        group.profile().stream()
            .map(p -> FeatureProfile.of(p.feature().word(), p.json()))
            .toList());
  }

  private static Membership of(int row) {
    Map<GroupFeature, Double> values = new EnumMap<>(GroupFeature.class);
    for (GroupFeature feature : GroupFeature.of(By.PURCHASE)) {
      values.put(feature, feature.of(CUSTOMERS.get(row)));
    }
    return new Placing(SEGMENTATION, values)
        .in(SEGMENTATION.segment(GROUPING.groupOf()[row]).orElseThrow());
  }

  @Test
  void theNearestOtherGroupIsTheModelsRunnerUp() {
    Clustering model = Clustering.fromBytes(TRAINED.model());
    for (int row = 0; row < CUSTOMERS.size(); row++) {
      Customer customer = CUSTOMERS.get(row);
      double[] values =
          GroupFeature.of(By.PURCHASE).stream().mapToDouble(f -> f.of(customer)).toArray();
      Assignment assignment = model.assign(values);
      Membership membership = of(row);
      assertEquals(assignment.cluster(), membership.segment().id());
      assertEquals(assignment.runnerUp(), membership.nearest().orElseThrow().id());
      assertEquals(assignment.distance(), membership.distance(), .05);
    }
  }

  @Test
  void theStrongestReasonComesFirstAndAllAddUpToTheDifferenceOfDistances() {
    Membership membership = of(0);
    double sum = membership.reasons().stream().mapToDouble(Membership.Reason::points).sum();
    double difference =
        Math.pow(membership.nearestDistance(), 2) - Math.pow(membership.distance(), 2);
    assertEquals(difference, sum, 1e-6);
    double first = membership.reasons().getFirst().points();
    assertTrue(membership.reasons().stream().allMatch(r -> r.points() <= first));
  }

  @Test
  void aReasonReadsAsASentenceOfNumbers() {
    Membership.Reason reason = new Membership.Reason(GroupFeature.FREQUENCY, 97, 12, 2, 1);
    assertEquals(
        "97 orders (group median 12, shop median 2)",
        FeatureWords.reason(reason, Optional.of("GBP"), Locale.ENGLISH));
    assertEquals(
        "97 笔订单（本组中位数 12，全店中位数 2）",
        FeatureWords.reason(reason, Optional.of("GBP"), Locale.SIMPLIFIED_CHINESE));
    assertEquals(
        "£58,826 spent (group median £4,668, shop median £674)",
        FeatureWords.reason(
            new Membership.Reason(GroupFeature.MONETARY, 5_882_600, 466_800, 67_400, 1),
            Optional.of("GBP"),
            Locale.ENGLISH));
    assertEquals(
        "last order yesterday (group median 8 days, shop median 51 days)",
        FeatureWords.reason(
            new Membership.Reason(GroupFeature.RECENCY, 1, 8, 51, 1),
            Optional.empty(),
            Locale.ENGLISH));
  }

  @Test
  void aSegmentsLineSaysWhatItsMedianMemberDid() {
    Segment most =
        SEGMENTATION.segments().stream()
            .max((a, b) -> Long.compare(a.revenueMinor(), b.revenueMinor()))
            .orElseThrow();
    assertEquals("14 orders, last one 8 days ago", most.line(Locale.ENGLISH));
    assertEquals("High value", most.title(Locale.ENGLISH));
  }
}
