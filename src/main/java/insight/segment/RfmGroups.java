package insight.segment;

import insight.learn.ModelWriter;
import insight.learn.Progress;
import insight.learn.cluster.Distance;
import insight.prepare.Snapshot.CustomerFeatures.Customer;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trainer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plain groups that follow from RFM scores ({@link Rfm#label}); nothing is left to chance. */
final class RfmGroups {
  static final String NAME = "rfm";
  static final String FORMAT = "insight-rfm/1";
  static final Trainer TRAINER = new Trainer(NAME, List.of());

  private RfmGroups() {}

  static Found find(CustomerMatrix matrix, RfmCuts cuts, Order order, Progress progress) {
    List<Customer> customers = matrix.customers();
    List<SegmentLabel> labelOf = customers.stream().map(c -> cuts.of(c).label()).toList();
    Set<SegmentLabel> used = EnumSet.copyOf(labelOf);
    List<SegmentLabel> labels = List.copyOf(used);
    int[] groupOf = labelOf.stream().mapToInt(labels::indexOf).toArray();
    double silhouette = matrix.silhouette(groupOf, Distance.EUCLID, order.seed(), progress);
    return new Found(
        model(cuts),
        FORMAT,
        groupOf,
        labels.size(),
        Distance.EUCLID,
        Optional.of(labels),
        List.of(new Method.Candidate(labels.size(), silhouette, Double.NaN, 1)),
        silhouette,
        Optional.empty(),
        Map.of(
            "algorithm", "RFM score groups",
            "features", List.of("recencyDays", "frequency", "monetary"),
            "rows", customers.size(),
            "seed", order.seed(),
            "cuts", cuts.asMap()),
        Shape.NONE);
  }

  private static byte[] model(RfmCuts cuts) {
    return new ModelWriter("INSRFM", 1)
        .reals(array(cuts.recency()))
        .reals(array(cuts.frequency()))
        .reals(array(cuts.monetary()))
        .toBytes();
  }

  private static double[] array(List<Double> cuts) {
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
