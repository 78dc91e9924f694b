package insight.recommend;

import insight.train.LearningTask.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good the live model was on purchases it had not seen, and what made it.
 *
 * @param model e.g. {@code item-knn v1}
 * @param provenance as the training run kept it, plain values
 */
public record RecommendationQuality(
    long modelId,
    String model,
    String trainer,
    long runId,
    Instant trainedAt,
    Optional<Instant> liveFrom,
    List<Metric> metrics,
    Map<String, Object> provenance) {
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
}
