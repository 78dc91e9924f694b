package insight.segment;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.cluster.Clustering;
import insight.learn.cluster.KChoice;
import insight.learn.cluster.KMeans;
import insight.learn.cluster.Stability;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups by k-means, found in the training customers; everybody is then put into the nearest.
 * Unless the number of groups is given, the silhouette chooses among 3 to 6: two groups say little
 * more than «good» and «bad», and more than six nobody keeps in mind.
 */
final class KMeansGroups {
  static final String NAME = "k-means";

  static final Trainer TRAINER =
      new Trainer(
          NAME,
          List.of(new Parameter("k", 0, 8, 0, true), new Parameter("restarts", 5, 50, 5, true)));

  private static final int LEAST = 3;
  private static final int MOST = 6;
  private static final int ITERATIONS = 100;
  private static final int RESEEDS = 10;

  private KMeansGroups() {}

  static Found find(CustomerMatrix customers, Order order, Progress progress) {
    int k = order.parameters().getOrDefault("k", 0.0).intValue();
    if (k == 1) {
      throw Refused.invalid("/parameters/k", "segment.groups.one");
    }
    int restarts = order.parameters().getOrDefault("restarts", 5.0).intValue();
    KMeans kMeans = new KMeans(restarts, ITERATIONS, order.seed());
    KChoice choice =
        kMeans.choose(
            customers.training(),
            customers.scaling(),
            k == 0 ? LEAST : k,
            k == 0 ? MOST : k,
            progress.part(0, .6));
    Clustering model = choice.best().model();
    Stability stability =
        kMeans.stability(customers.training(), model, RESEEDS, progress.part(.6, 1));
    Map<String, Object> provenance = new LinkedHashMap<>(choice.best().provenance().asMap());
    provenance.put("k", k == 0 ? "silhouette" : "given");
    return new Found(
        model.toBytes(),
        Clustering.FORMAT,
        model.assign(customers.matrix()),
        model.k(),
        Optional.empty(),
        choice.candidates().stream().map(c -> new Method.Candidate(c.k(), c.silhouette())).toList(),
        silhouette(choice),
        Optional.of(stability),
        provenance);
  }

  private static double silhouette(KChoice choice) {
    int k = choice.best().model().k();
    return choice.candidates().stream()
        .filter(c -> c.k() == k)
        .mapToDouble(KChoice.Candidate::silhouette)
        .findFirst()
        .orElseThrow();
  }
}
