package insight.segment;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.Trained;
import insight.learn.cluster.DensityGroups;
import insight.learn.cluster.Distance;
import insight.learn.cluster.Hdbscan;
import insight.learn.cluster.Stability;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Groups of dense places, as many as the data have; customers who are like nobody else are in a
 * group of their own, «not in any group», which is the last.
 */
final class DenseGroups {
  static final String NAME = "hdbscan";

  static final Trainer TRAINER =
      new Trainer(
          NAME,
          List.of(
              new Parameter("least-percent", .5, 25, 2, false),
              new Parameter("core-neighbours", 2, 100, 10, true),
              Parameter.choice("distance", "euclid", "cosine", "l1"),
              By.PARAMETER));

  private DenseGroups() {}

  static Found find(CustomerMatrix customers, Order order, Progress progress) {
    Distance distance = KMeansGroups.distance(order);
    int neighbours = order.parameters().getOrDefault("core-neighbours", 10.0).intValue();
    double share = order.parameters().getOrDefault("least-percent", 2.0) / 100;
    Hdbscan hdbscan = new Hdbscan(neighbours, share, order.seed(), distance);
    Trained<DensityGroups> trained =
        hdbscan.train(customers.training(), customers.scaling(), progress.part(0, .2));
    DensityGroups model = trained.model();
    int[] groupOf = model.assign(customers.matrix(), () -> progress.at(.2));
    boolean some = Arrays.stream(groupOf).anyMatch(g -> g == DensityGroups.NONE);
    Arrays.setAll(groupOf, row -> groupOf[row] == DensityGroups.NONE ? model.k() : groupOf[row]);
    Stability stability =
        hdbscan.stability(customers.training(), model, KMeansGroups.REPEATS, progress.part(.3, .9));
    double silhouette = customers.silhouette(groupOf, distance, order.seed(), progress.part(.9, 1));
    int k = model.k() + (some ? 1 : 0);
    return new Found(
        model.toBytes(),
        DensityGroups.FORMAT,
        groupOf,
        k,
        distance,
        Optional.empty(),
        List.of(new Method.Candidate(k, silhouette, Double.NaN, stability.lower())),
        silhouette,
        Optional.of(stability),
        trained.provenance().asMap(),
        Shape.NONE,
        Optional.empty(),
        some);
  }
}
