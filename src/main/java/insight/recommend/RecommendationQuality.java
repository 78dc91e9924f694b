package insight.recommend;

import insight.train.LearningTask.Metric;
import insight.train.Model;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How good a ranking model was on purchases it had not seen, and what made it.
 *
 * @param provenance as the training run kept it
 */
public record RecommendationQuality(
    Model model,
    Optional<Long> snapshotId,
    long seed,
    List<Metric> metrics,
    JsonObject provenance) {
  public static final String NDCG = "ndcg@10";
  public static final String RECALL = "recall@10";
  public static final String HIT_RATE = "hit-rate@10";
  public static final String COVERAGE = "coverage@10";
  public static final String ABOVE_POPULARITY = "ndcg@10-above-popularity";

  public RecommendationQuality {
    metrics = List.copyOf(metrics);
  }

  public Optional<Metric> metric(String name) {
    return metrics.stream().filter(m -> m.name().equals(name)).findFirst();
  }

  /** Up to when the model knows: the cut-off of its snapshot, else when it was made. */
  public Instant asOf() {
    return provenance.get("snapshot") instanceof JsonObject snapshot
            && snapshot.get("cutoff") instanceof JsonString cutoff
        ? Instant.parse(cutoff.getString())
        : model.createdAt();
  }

  /** Name and version, e.g. {@code item-knn v1}. */
  public String label() {
    return label(model);
  }

  static String label(Model model) {
    return model.trainer() + " v" + model.number();
  }
}
