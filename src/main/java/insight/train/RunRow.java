package insight.train;

import insight.runtime.Job;
import insight.runtime.Json;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code tr_run}. */
record RunRow(
    long id,
    String task,
    String trainer,
    String parameters,
    long seed,
    Optional<Instant> fromAt,
    Optional<Instant> cutoff,
    Optional<Long> snapshotId,
    String metrics,
    String checks,
    String provenance,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> finishedAt,
    String design,
    String comparisons,
    String groups,
    String diagnostics,
    Optional<Long> sourceSnapshot,
    Optional<Long> reproduces) {
  TrainingRun run(Job job, Optional<Model> model) {
    return new TrainingRun(
        id,
        task,
        trainer,
        RunJson.parameters(parameters),
        seed,
        fromAt,
        cutoff,
        snapshotId,
        RunJson.metrics(metrics),
        RunJson.checks(checks),
        Json.parse(provenance),
        requestedBy,
        createdAt,
        finishedAt,
        model,
        job,
        DesignJson.read(Json.parse(design)),
        new TrainingRun.Evidence(
            RunJson.comparisons(comparisons),
            RunJson.groups(groups),
            RunJson.diagnostics(diagnostics)),
        sourceSnapshot,
        reproduces);
  }
}
