package insight.train;

import insight.kernel.Refused;
import insight.prepare.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Something the portal can learn from a snapshot. Found by CDI; one bean a task. */
public interface LearningTask {
  /** The contract's name: {@code segment-customers}, {@code rank-products} … */
  String name();

  /** What it learns from. */
  Snapshot.Kind input();

  /** The ways to learn it, the recommended one first. */
  List<Trainer> trainers();

  /** Whether every successful run goes live (segmentations), or only what passes the gate. */
  boolean livesWhenDone();

  /**
   * Cheap look, before a run is queued, whether today's data cannot serve the task; the run itself
   * looks again. That there are purchases (with products, for interactions) is looked at anyway.
   */
  default Optional<Refused.Reason> unfit() {
    return Optional.empty();
  }

  /**
   * Learns, without a transaction. Deterministic: same snapshot, trainer, parameters and seed give
   * the same model and metrics.
   *
   * @param progress takes 0…1 and throws when the run was cancelled; called often
   * @throws Refused (unprocessable) when the data cannot serve the task
   */
  Trained train(Order order, Snapshot snapshot, DoubleConsumer progress);

  /** Writes what the task itself keeps of the model, in the transaction that registers it. */
  void keep(long runId, long modelId, Snapshot.Header snapshot, Trained trained);

  /** What to train. */
  record Order(String trainer, Map<String, Double> parameters, long seed) {}

  /** A way to learn: its parameters with range and default. */
  record Trainer(String name, List<Parameter> parameters) {}

  /** A number a person may set. */
  record Parameter(String name, double low, double high, double preset, boolean whole) {}

  /**
   * What came out.
   *
   * @param format e.g. {@code insight-item-knn/1}
   * @param metrics on data the model was not fitted to, where the task has such
   * @param verdict whether it beats its baseline
   * @param provenance plain values: algorithm, library, features, parameters, training rows …
   * @param keepsake what {@link #keep} needs; not stored by train
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  record Trained(
      byte[] model,
      String format,
      List<Metric> metrics,
      List<Check> checks,
      Verdict verdict,
      Map<String, Object> provenance,
      Object keepsake) {}

  /**
   * One figure with its interval and that of the baseline; NaN where there is none.
   *
   * @param name e.g. {@code ndcg@10}, {@code silhouette}
   * @param n what it was measured on
   */
  record Metric(
      String name,
      double value,
      double low,
      double high,
      long n,
      double baseline,
      boolean higherIsBetter) {}

  /** A line of the gate: passed or not, the measured figure and the limit, in words by text key. */
  record Check(String key, boolean passed, String measured, String limit) {}

  /** Why the model may go live, or not: a text key with arguments. */
  record Verdict(boolean beatsBaseline, String key, List<String> arguments) {}
}
