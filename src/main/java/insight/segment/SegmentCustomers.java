package insight.segment;

import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.cluster.Stability;
import insight.prepare.Snapshot;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import insight.train.LearningTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  private static final double LEAST_SHARE = 0.01;

  @Inject SegmentStore store;

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
    return List.of(KMeansGroups.TRAINER, RfmGroups.TRAINER);
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
    CustomerMatrix matrix = CustomerMatrix.of(customers, order.seed());
    RfmCuts cuts = RfmCuts.of(customers);
    Progress told = progress::accept;
    Found found =
        switch (order.trainer()) {
          case KMeansGroups.NAME -> KMeansGroups.find(matrix, order, told.part(0, .9));
          case RfmGroups.NAME -> RfmGroups.find(matrix, cuts, order, told.part(0, .9));
          default ->
              throw Refused.invalid("/trainer", "segment.trainer.unknown", order.trainer(), NAME);
        };
    double baseline =
        matrix.silhouette(
            matrix.equalBySpend(found.k()), found.distance(), order.seed(), told.part(.9, 1));
    Grouping grouping = grouping(matrix, found, method(order, matrix, cuts, found, baseline));
    return new Trained(
        found.model(),
        found.format(),
        metrics(found, matrix, baseline, order.seed()),
        checks(grouping),
        verdict(grouping.method()),
        provenance(found, grouping.method(), matrix),
        grouping);
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
        cuts);
  }

  private static Grouping grouping(CustomerMatrix matrix, Found found, Method method) {
    return new Grouping(
        method,
        matrix.customers().stream().mapToLong(Customer::person).toArray(),
        found.groupOf(),
        new GroupProfiles(matrix, found.groupOf()).groups(found.labels()));
  }

  private static List<Metric> metrics(
      Found found, CustomerMatrix matrix, double baseline, long seed) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(metric("silhouette", found.silhouette(), matrix.customers().size(), baseline));
    matrix
        .heldOutSilhouette(found.groupOf(), found.distance(), seed)
        .ifPresent(
            s ->
                metrics.add(
                    metric("silhouette-held-out", s, matrix.split().test().length, Double.NaN)));
    found
        .stability()
        .ifPresent(
            s -> {
              metrics.add(metric("stability", s.mean(), s.reseeds(), Double.NaN));
              metrics.add(metric("stability-least", s.least(), s.reseeds(), Double.NaN));
              metrics.add(metric("stability-bootstrap", s.bootMean(), s.bootstraps(), Double.NaN));
            });
    return List.copyOf(metrics);
  }

  private static Metric metric(String name, double value, long n, double baseline) {
    return new Metric(name, value, Double.NaN, Double.NaN, n, baseline, true);
  }

  private static List<Check> checks(Grouping grouping) {
    Method method = grouping.method();
    double smallest =
        grouping.groups().stream().mapToDouble(grouping::customerShare).min().orElse(0);
    return List.of(
        new Check(
            "segment.check.customers",
            grouping.persons().length >= CustomerMatrix.LEAST_CUSTOMERS,
            String.valueOf(grouping.persons().length),
            "≥ " + CustomerMatrix.LEAST_CUSTOMERS),
        new Check(
            "segment.check.stable",
            method.soundness() >= Method.STABLE,
            figure(method.soundness()),
            "≥ " + figure(Method.STABLE)),
        new Check(
            "segment.check.smallest",
            smallest >= LEAST_SHARE,
            Numbers.percent(smallest, 1, Locale.ENGLISH),
            "≥ " + Numbers.percent(LEAST_SHARE, 0, Locale.ENGLISH)));
  }

  private static Verdict verdict(Method method) {
    boolean better = method.silhouette() > method.baseline();
    if (method.nothingStable()) {
      double most =
          method.candidates().stream()
              .mapToDouble(Method.Candidate::stability)
              .filter(Double::isFinite)
              .max()
              .orElse(method.soundness());
      return new Verdict(
          better, "segment.verdict.unstable", List.of(figure(most), figure(Method.STABLE)));
    }
    return new Verdict(
        better,
        better ? "segment.verdict.better" : "segment.verdict.notBetter",
        List.of(figure(method.silhouette()), figure(method.baseline())));
  }

  private static Map<String, Object> provenance(Found found, Method method, CustomerMatrix matrix) {
    Map<String, Object> provenance = new LinkedHashMap<>(found.provenance());
    provenance.put("candidates", method.tried());
    provenance.put("split", matrix.split().asMap());
    provenance.put("baseline", "equal groups by spend, silhouette " + figure(method.baseline()));
    return provenance;
  }

  private static String figure(double value) {
    return Numbers.decimal(value, 3, Locale.ENGLISH);
  }

  @Override
  public void keep(long runId, long modelId, Snapshot.Header snapshot, Trained trained) {
    store.keep(runId, modelId, snapshot, (Grouping) trained.keepsake());
  }
}
