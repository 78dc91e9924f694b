package insight.segment;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.cluster.Clustering;
import insight.learn.cluster.Distance;
import insight.learn.cluster.Hierarchy;
import insight.learn.cluster.Ward;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups cut from Ward's tree, which shows what lies next to what. Unless the number of groups is
 * given, the silhouette chooses among the stable of 3 to 6.
 */
final class WardGroups {
  static final String NAME = "ward";

  static final Trainer TRAINER =
      new Trainer(
          NAME,
          List.of(
              new Parameter("k", 0, 8, 0, true),
              Parameter.choice("distance", "euclid", "cosine"),
              By.PARAMETER));

  private WardGroups() {}

  static Found find(CustomerMatrix customers, Order order, Progress progress) {
    int k = KMeansGroups.given(order);
    Distance distance = KMeansGroups.distance(order);
    Ward.Choice choice =
        new Ward(order.seed(), distance)
            .choose(
                customers.training(),
                customers.scaling(),
                k == 0 ? KMeansGroups.LEAST : k,
                k == 0 ? KMeansGroups.MOST : k,
                KMeansGroups.REPEATS,
                progress);
    Hierarchy model = choice.best().model();
    Clustering groups = model.groups();
    Map<String, Object> provenance = new LinkedHashMap<>(choice.best().provenance().asMap());
    provenance.put("k", k == 0 ? "silhouette among the stable" : "given");
    return new Found(
        model.toBytes(),
        Hierarchy.FORMAT,
        groups.assign(customers.matrix()),
        groups.k(),
        distance,
        Optional.empty(),
        choice.candidates().stream().map(KMeansGroups::candidate).toList(),
        choice.chosen().silhouette(),
        Optional.of(choice.chosen().stability()),
        provenance,
        Shape.of(model.tree()));
  }
}
