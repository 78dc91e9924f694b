package insight.train;

import insight.kernel.Refused;
import insight.learn.Interval;
import insight.learn.Parameter;
import insight.learn.Search;
import insight.learn.Validation;
import insight.learn.measure.Diagnostics;
import insight.prepare.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Something the portal can learn from a snapshot. Found by CDI; one bean a task. */
public interface LearningTask {
  /** The contract's name: {@code segment-customers}, {@code rank-products} … */
  String name();

  /** What it learns from. */
  Snapshot.Kind input();

  /** The ways to learn it, the recommended one first. */
  List<Trainer> trainers();

  /** What of the design people may choose; the rest is the task's own. */
  default Set<DesignPart> choices() {
    return Set.of();
  }

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
   * What came after earlier cut-offs, for tasks that learn to foretell it; the run freezes them
   * before it learns ({@link insight.prepare.Origins}).
   */
  default Optional<Outcomes> outcomes(Map<String, Double> parameters) {
    return Optional.empty();
  }

  /**
   * Which outcomes a task needs.
   *
   * @param days how far it foretells
   * @param cutoffs how many earlier cut-offs, at most; it refuses when there are too few
   */
  record Outcomes(int days, int cutoffs) {}

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

  /**
   * What to train.
   *
   * @param parameters all of the trainer's, by name
   * @param champion the live version, to be compared on the same rows; empty when there is none
   */
  record Order(
      String trainer,
      Map<String, Double> parameters,
      long seed,
      Design design,
      Optional<Champion> champion) {
    /** With the usual design and no champion. */
    public Order(String trainer, Map<String, Double> parameters, long seed) {
      this(trainer, parameters, seed, Design.USUAL, Optional.empty());
    }
  }

  /**
   * How a run goes about it.
   *
   * @param features names of the feature catalogue; empty: the task's own choice
   * @param budget after it the search ends with the best found so far
   */
  record Design(List<String> features, Validation validation, Search search, Duration budget) {
    /** All features, tested on the latest data, no search. */
    public static final Design USUAL =
        new Design(List.of(), new Validation.Latest(), new Search.None(), Duration.ofMinutes(30));

    public Design {
      features = List.copyOf(features);
    }
  }

  /** A way to learn: its parameters with range and default. */
  record Trainer(String name, List<Parameter> parameters) {}

  /**
   * What came out.
   *
   * @param format e.g. {@code insight-item-knn/1}
   * @param metrics on data the model was not fitted to, where the task has such
   * @param verdict whether it beats its baseline
   * @param comparisons with the baseline and the champion, on the same rows
   * @param groups how it treats groups of people that are to be treated alike
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
      Object keepsake,
      List<Comparison> comparisons,
      List<GroupFigures> groups,
      Diagnostics diagnostics) {
    /** Without comparisons, groups and diagnostics. */
    public Trained(
        byte[] model,
        String format,
        List<Metric> metrics,
        List<Check> checks,
        Verdict verdict,
        Map<String, Object> provenance,
        Object keepsake) {
      this(
          model,
          format,
          metrics,
          checks,
          verdict,
          provenance,
          keepsake,
          List.of(),
          List.of(),
          Diagnostics.NONE);
    }
  }

  /** With whom a model is compared. */
  enum Against {
    BASELINE,
    CHAMPION
  }

  /**
   * A paired comparison on rows that neither was fitted to.
   *
   * @param other its name: {@code popularity}, {@code logistic}, {@code v3} …
   * @param difference by how much the new model is better; above zero means better also where less
   *     of the metric is better
   */
  record Comparison(Against against, String other, String metric, Interval difference) {}

  /**
   * How the model treats one group.
   *
   * @param field what the group is of: {@code gender}, {@code ageBand} …
   * @param selected the share that it selects
   * @param truePositiveRate of those of whom it comes true, the share that it selects
   * @param falsePositiveRate of the others, the share that it selects
   * @param expected mean predicted probability
   * @param observed share of whom it came true
   */
  record GroupFigures(
      String field,
      String group,
      long n,
      double selected,
      double truePositiveRate,
      double falsePositiveRate,
      double expected,
      double observed) {}

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
