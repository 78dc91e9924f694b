package insight.segment;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.cluster.Clustering;
import insight.learn.cluster.Distance;
import insight.learn.cluster.KChoice;
import insight.learn.cluster.KMeans;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups by k-means, found in the training customers; everybody is then put into the nearest.
 * Unless the number of groups is given, the silhouette chooses among the stable of 3 to 6: two
 * groups say little more than «good» and «bad», and more than six nobody keeps in mind.
 */
final class KMeansGroups {
  static final String NAME = "k-means";

  static final Trainer TRAINER =
      new Trainer(
          NAME,
          List.of(
              new Parameter("k", 0, 8, 0, true),
              new Parameter("restarts", 5, 50, 5, true),
              Parameter.choice("distance", "euclid", "cosine", "l1"),
              By.PARAMETER));

  static final int LEAST = 3;
  static final int MOST = 6;
  private static final int ITERATIONS = 300;

  /** How many other seeds and bootstrap samples each number of groups is tried with. */
  static final int REPEATS = 5;

  private KMeansGroups() {}

  static Found find(CustomerMatrix customers, Order order, Progress progress) {
    int k = given(order);
    int restarts = order.parameters().getOrDefault("restarts", 5.0).intValue();
    Distance distance = distance(order);
    KChoice choice =
        new KMeans(restarts, ITERATIONS, order.seed(), distance)
            .choose(
                customers.training(),
                customers.scaling(),
                k == 0 ? LEAST : k,
                k == 0 ? MOST : k,
                REPEATS,
                progress);
    Clustering model = choice.best().model();
    Map<String, Object> provenance = new LinkedHashMap<>(choice.best().provenance().asMap());
    provenance.put("k", k == 0 ? "silhouette among the stable" : "given");
    return new Found(
        model.toBytes(),
        Clustering.FORMAT,
        model.assign(customers.matrix()),
        model.k(),
        distance,
        Optional.empty(),
        choice.candidates().stream().map(KMeansGroups::candidate).toList(),
        choice.chosen().silhouette(),
        Optional.of(choice.chosen().stability()),
        provenance,
        Shape.NONE);
  }

  /** The number of groups that was asked for; 0 lets the data choose. */
  static int given(Order order) {
    int k = order.parameters().getOrDefault("k", 0.0).intValue();
    if (k == 1) {
      throw Refused.invalid("/parameters/k", "segment.groups.one");
    }
    return k;
  }

  static Distance distance(Order order) {
    return Distance.values()[order.parameters().getOrDefault("distance", 0.0).intValue()];
  }

  static Method.Candidate candidate(KChoice.Candidate c) {
    return new Method.Candidate(c.k(), c.silhouette(), c.inertia(), c.stability().lower());
  }
}
