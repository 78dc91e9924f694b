package insight.train;

import insight.learn.measure.Diagnostics;
import insight.runtime.Job;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
 * @param sourceSnapshot the snapshot that it was told to learn from; empty: it freezes its own
 * @param reproduces the run whose figures it shall show again; such a run makes no model
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
    Job job,
    LearningTask.Design design,
    Evidence evidence,
    Optional<Long> sourceSnapshot,
    Optional<Long> reproduces) {
  public TrainingRun {
    metrics = List.copyOf(metrics);
    checks = List.copyOf(checks);
  }

  /** What a run shows besides its figures. */
  public record Evidence(
      List<LearningTask.Comparison> comparisons,
      List<LearningTask.GroupFigures> groups,
      Diagnostics diagnostics) {
    public Evidence {
      comparisons = List.copyOf(comparisons);
      groups = List.copyOf(groups);
    }

    /** Adds all of it to a run's JSON. */
    public void addTo(JsonObjectBuilder json) {
      json.add("comparisons", RecordJson.list(comparisons))
          .add("groups", RecordJson.list(groups))
          .add("diagnostics", RecordJson.object(diagnostics));
    }
  }

  /** The figure that says most: the task's first. */
  public Optional<LearningTask.Metric> keyMetric() {
    return metrics.stream().findFirst();
  }
}
