package insight.train;

import insight.runtime.Job;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training run: what was asked, how its job stands, and what came out.
 *
 * @param parameters all of them, presets included
 * @param cutoff as asked; once the data is frozen, its cut-off
 * @param provenance empty until it ended well
 * @param model the version it made
 */
public record TrainingRun(
    long id,
    String task,
    String trainer,
    Map<String, Double> parameters,
    long seed,
    Optional<Instant> from,
    Optional<Instant> cutoff,
    Optional<Long> snapshotId,
    List<LearningTask.Metric> metrics,
    List<LearningTask.Check> checks,
    JsonObject provenance,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> finishedAt,
    Optional<Model> model,
    Job job) {
  public TrainingRun {
    metrics = List.copyOf(metrics);
    checks = List.copyOf(checks);
  }

  /** The figure that says most: the task's first. */
  public Optional<LearningTask.Metric> keyMetric() {
    return metrics.stream().findFirst();
  }
}
