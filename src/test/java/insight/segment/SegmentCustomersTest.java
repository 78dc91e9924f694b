package insight.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.learn.cluster.Clustering;
import insight.learn.cluster.Scaling;
import insight.prepare.Snapshot;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SegmentCustomersTest {
  private static final Order AUTO = new Order("k-means", Map.of(), 1);

  private static Trained train(Order order, Snapshot snapshot) {
    return new SegmentCustomers().train(order, snapshot, share -> {});
  }

  private static Grouping grouping(Trained trained) {
    return (Grouping) trained.keepsake();
  }

  private static Set<SegmentLabel> labels(Trained trained) {
    return grouping(trained).groups().stream()
        .map(g -> g.name().label())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(SegmentLabel.class)));
  }

  @Test
  void threeHabitsAreFoundAndNamed() {
    Trained trained = train(AUTO, Shops.invented(300, 5));
    assertEquals(3, grouping(trained).groups().size());
    assertEquals(
        EnumSet.of(SegmentLabel.HIGH_VALUE, SegmentLabel.REGULAR, SegmentLabel.SILENT),
        labels(trained));
    assertTrue(trained.verdict().beatsBaseline());
    assertTrue(trained.checks().stream().allMatch(c -> c.passed()));
  }

  @Test
  void sameSnapshotAndSeedGiveTheSameGroupsModelAndMetrics() {
    Trained first = train(AUTO, Shops.invented(200, 3));
    Trained again = train(AUTO, Shops.invented(200, 3));
    assertArrayEquals(first.model(), again.model());
    assertEquals(first.metrics(), again.metrics());
    assertEquals(first.checks(), again.checks());
    assertEquals(grouping(first).method(), grouping(again).method());
    assertArrayEquals(grouping(first).groupOf(), grouping(again).groupOf());
    assertEquals(grouping(first).groups(), grouping(again).groups());
  }

  @Test
  void aGivenNumberOfGroupsIsKept() {
    Trained trained = train(new Order("k-means", Map.of("k", 5.0), 1), Shops.invented(300, 5));
    assertEquals(5, grouping(trained).groups().size());
    assertEquals(5, Clustering.fromBytes(trained.model()).k());
  }

  @Test
  void everyCustomerIsInOneGroupAndSharesAddUpToOne() {
    Grouping grouping = grouping(train(AUTO, Shops.invented(301, 5)));
    assertEquals(301, grouping.groups().stream().mapToLong(Grouping.Group::size).sum());
    assertEquals(1, grouping.groups().stream().mapToDouble(grouping::customerShare).sum(), 1e-9);
    assertEquals(1, grouping.groups().stream().mapToDouble(grouping::revenueShare).sum(), 1e-9);
  }

  @Test
  void aShopWithoutProductsIsGroupedByTheOtherFeatures() {
    Snapshot.CustomerFeatures without =
        Shops.of(
            Shops.invented(150, 2).customers().stream()
                .map(
                    c ->
                        Shops.customer(
                            c.person(), c.recencyDays(), c.frequency(), c.monetaryMinor(), 0))
                .toList());
    Grouping grouping = grouping(train(AUTO, without));
    assertEquals(
        List.of(GroupFeature.FREQUENCY, GroupFeature.MONETARY, GroupFeature.RECENCY),
        grouping.method().scales().stream().map(Method.Scale::feature).toList());
  }

  @Test
  void plainGroupsByScoresNeedNoSeed() {
    Trained one = train(new Order("rfm", Map.of(), 1), Shops.invented(300, 5));
    Trained two = train(new Order("rfm", Map.of(), 2), Shops.invented(300, 5));
    assertArrayEquals(grouping(one).groupOf(), grouping(two).groupOf());
    assertTrue(labels(one).contains(SegmentLabel.HIGH_VALUE));
    assertTrue(labels(one).contains(SegmentLabel.SILENT));
  }

  @Test
  void fewCustomersAreRefused() {
    Refused refused = assertThrows(Refused.class, () -> train(AUTO, Shops.invented(49, 1)));
    assertEquals(Refused.Kind.UNPROCESSABLE, refused.kind());
  }

  @Test
  void customersWhoAreAllAlikeAreRefused() {
    Snapshot alike =
        Shops.of(
            java.util.stream.LongStream.range(0, 60)
                .mapToObj(i -> Shops.customer(i, 3, 1, 500, 1))
                .toList());
    assertThrows(Refused.class, () -> train(AUTO, alike));
  }

  @Test
  void oneGroupAndUnknownTrainersAreRefused() {
    Snapshot shop = Shops.invented(90, 1);
    assertThrows(Refused.class, () -> train(new Order("k-means", Map.of("k", 1.0), 1), shop));
    assertThrows(Refused.class, () -> train(new Order("oracle", Map.of(), 1), shop));
  }

  @Test
  void theScaleIsFittedToTheTrainingCustomersAloneAndKeptWithTheModel() {
    Snapshot.CustomerFeatures shop = Shops.invented(300, 5);
    CustomerMatrix matrix = CustomerMatrix.of(shop.customers(), 1);
    Scaling kept = Clustering.fromBytes(train(AUTO, shop).model()).scaling();
    assertEquals(Scaling.fit(matrix.training(), Set.copyOf(matrix.matrix().names())), kept);
    assertNotEquals(Scaling.fit(matrix.matrix(), Set.copyOf(matrix.matrix().names())), kept);
    assertEquals(240, matrix.training().rows());
    assertEquals(
        Map.of("kind", "random", "trainShare", .8, "seed", 1L, "trainRows", 240, "testRows", 60),
        train(AUTO, shop).provenance().get("split"));
  }

  @Test
  void whatHeldOutCustomersDoChangesNoScale() {
    List<Customer> customers = new ArrayList<>(Shops.invented(300, 5).customers());
    Scaling before = CustomerMatrix.of(customers, 1).scaling();
    for (int row : CustomerMatrix.of(customers, 1).split().test()) {
      customers.set(row, Shops.invented(301, 77).customers().get(row));
    }
    assertEquals(before, CustomerMatrix.of(customers, 1).scaling());
  }

  @Test
  void progressRisesToTheEnd() {
    double[] seen = {0};
    new SegmentCustomers()
        .train(
            AUTO,
            Shops.invented(120, 1),
            share -> {
              assertTrue(share >= seen[0] - 1e-9, () -> share + " after " + seen[0]);
              seen[0] = share;
            });
    assertTrue(seen[0] > .9);
  }

  @Test
  void aRealShopHasStableGroupsThatTellMoreThanSpend() {
    Trained trained = train(AUTO, Shops.real());
    Grouping grouping = grouping(trained);
    assertEquals(4338, grouping.persons().length);
    assertTrue(trained.verdict().beatsBaseline(), () -> grouping.method().toString());
    assertTrue(grouping.method().stability() >= .9, () -> grouping.method().toString());
    assertTrue(labels(trained).contains(SegmentLabel.HIGH_VALUE));
    assertEquals(grouping.groups().size(), Arrays.stream(grouping.groupOf()).distinct().count());
  }
}
