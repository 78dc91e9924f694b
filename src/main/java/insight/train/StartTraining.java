package insight.train;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a training run.
 *
 * @param trainer empty: the task's recommended one
 * @param parameters only those that differ from the preset
 * @param from nothing before it is learned from; empty: from the beginning
 * @param to nothing at or after it; empty: up to the newest sale
 * @param design how to go about it
 * @param snapshot learn from this one; empty: freeze the period anew
 */
public record StartTraining(
    String task,
    Optional<String> trainer,
    Map<String, Double> parameters,
    Optional<Instant> from,
    Optional<Instant> to,
    long seed,
    String requestedBy,
    LearningTask.Design design,
    Optional<Long> snapshot) {
  /** In the usual way, on data frozen anew. */
  public StartTraining(
      String task,
      Optional<String> trainer,
      Map<String, Double> parameters,
      Optional<Instant> from,
      Optional<Instant> to,
      long seed,
      String requestedBy) {
    this(
        task,
        trainer,
        parameters,
        from,
        to,
        seed,
        requestedBy,
        LearningTask.Design.USUAL,
        Optional.empty());
  }

  public StartTraining {
    parameters = Map.copyOf(parameters);
  }
}
