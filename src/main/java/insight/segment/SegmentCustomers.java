package insight.segment;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.cluster.Stability;
import insight.prepare.FeatureColumns;
import insight.prepare.Snapshot;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import insight.train.LearningTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Groups customers by orders, spend, days since the last order and different products. The features
 * are few on purpose: each is a column that people read, and together they say what a shop does
 * next.
 */
@ApplicationScoped
class SegmentCustomers implements LearningTask {
  static final String NAME = "segment-customers";

  @Inject SegmentStore store;
  @Inject FeatureColumns stored;

  /** Where the catalogue's features come from. */
  Columns columns = (snapshot, ids) -> stored.buyers(snapshot, ids);

  /** Reads features of a snapshot. */
  @FunctionalInterface
  interface Columns {
    FeatureColumns.Values of(long snapshot, List<String> features);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Snapshot.Kind input() {
    return Snapshot.Kind.CUSTOMER_FEATURES;
  }

  @Override
  public List<Trainer> trainers() {
    return List.of(
        KMeansGroups.TRAINER,
        WardGroups.TRAINER,
        DenseGroups.TRAINER,
        TreeGroups.TRAINER,
        RfmGroups.TRAINER);
  }

  @Override
  public boolean livesWhenDone() {
    return true;
  }

  /** Counts no further than it needs to. */
  @Override
  public Optional<Refused.Reason> unfit() {
    int found = store.buyers(CustomerMatrix.LEAST_CUSTOMERS);
    return found < CustomerMatrix.LEAST_CUSTOMERS
        ? Optional.of(
            new Refused.Reason(
                "", "segment.data.few", List.of(found, CustomerMatrix.LEAST_CUSTOMERS)))
        : Optional.empty();
  }

  @Override
  public Trained train(Order order, Snapshot snapshot, DoubleConsumer progress) {
    List<Customer> customers = customers(snapshot);
    By by = By.of(order);
    CustomerMatrix matrix =
        CustomerMatrix.of(customers, by, values(by, snapshot.header().id()), order.seed());
    RfmCuts cuts = RfmCuts.of(customers);
    Progress told = progress::accept;
    Found found =
        switch (order.trainer()) {
          case KMeansGroups.NAME -> KMeansGroups.find(matrix, order, told.part(0, .9));
          case WardGroups.NAME -> WardGroups.find(matrix, order, told.part(0, .9));
          case DenseGroups.NAME -> DenseGroups.find(matrix, order, told.part(0, .9));
          case TreeGroups.NAME -> TreeGroups.find(matrix, order, told.part(0, .9));
          case RfmGroups.NAME -> RfmGroups.find(matrix, cuts, order, told.part(0, .9));
          default ->
              throw Refused.invalid("/trainer", "segment.trainer.unknown", order.trainer(), NAME);
        };
    double baseline =
        matrix.silhouette(
            matrix.equalBySpend(found.k()), found.distance(), order.seed(), told.part(.9, 1));
    Grouping grouping = grouping(matrix, found, method(order, matrix, cuts, found, baseline));
    Judgement judgement = new Judgement(found, grouping);
    return new Trained(
        found.model(),
        found.format(),
        judgement.metrics(matrix, order.seed()),
        judgement.checks(),
        judgement.verdict(),
        provenance(found, grouping.method(), matrix),
        grouping);
  }

  /** What only the catalogue has, read where it is needed. */
  private Optional<FeatureColumns.Values> values(By by, long snapshot) {
    List<String> ids =
        GroupFeature.of(by).stream().filter(f -> !f.isShort()).map(GroupFeature::word).toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(columns.of(snapshot, ids));
  }

  private static List<Customer> customers(Snapshot snapshot) {
    return switch (snapshot) {
      case Snapshot.CustomerFeatures features -> features.customers();
      case Snapshot.Interactions other ->
          throw new IllegalArgumentException("customers, not " + other.header().kind());
    };
  }

  private static Method method(
      Order order, CustomerMatrix matrix, RfmCuts cuts, Found found, double baseline) {
    Stability stability = found.stability().orElse(Stability.CERTAIN);
    return new Method(
        order.trainer(),
        order.seed(),
        found.candidates(),
        found.silhouette(),
        baseline,
        stability.mean(),
        stability.least(),
        stability.reseeds(),
        stability.bootMean(),
        stability.bootLeast(),
        matrix.scales(),
        cuts,
        found.shape());
  }

  private static Grouping grouping(CustomerMatrix matrix, Found found, Method method) {
    return new Grouping(
        method,
        matrix.customers().stream().mapToLong(Customer::person).toArray(),
        found.groupOf(),
        new GroupProfiles(matrix, found.groupOf()).groups(found.labels(), found.lastIsNoGroup()));
  }

  private static Map<String, Object> provenance(Found found, Method method, CustomerMatrix matrix) {
    Map<String, Object> provenance = new LinkedHashMap<>(found.provenance());
    provenance.put("candidates", method.tried());
    provenance.put("split", matrix.split().asMap());
    provenance.put(
        "baseline", "equal groups by spend, silhouette " + Judgement.figure(method.baseline()));
    return provenance;
  }

  @Override
  public void keep(long runId, long modelId, Snapshot.Header snapshot, Trained trained) {
    store.keep(runId, modelId, snapshot, (Grouping) trained.keepsake());
  }
}
