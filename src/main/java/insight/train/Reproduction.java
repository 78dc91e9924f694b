package insight.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run repeated on the same frozen data, beside the first one.
 *
 * @param of the first run
 * @param erased rows that forgetting has taken from the data; with any, equal figures are not due
 * @param differences every figure that is not the same; empty: identical
 */
public record Reproduction(long of, long erased, List<Difference> differences) {
  /** One figure, then and now; NaN where there is none. */
  public record Difference(String figure, double first, double again) {}

  public Reproduction {
    differences = List.copyOf(differences);
  }

  static Reproduction of(TrainingRun first, TrainingRun again, Optional<Long> erased) {
    List<Difference> differences = new ArrayList<>();
    for (LearningTask.Metric metric : first.metrics()) {
      LearningTask.Metric now = find(again, metric.name());
      add(differences, metric.name(), metric.value(), now.value());
      add(differences, metric.name() + " low", metric.low(), now.low());
      add(differences, metric.name() + " high", metric.high(), now.high());
      add(differences, metric.name() + " n", metric.n(), now.n());
    }
    return new Reproduction(first.id(), erased.orElse(0L), differences);
  }

  private static LearningTask.Metric find(TrainingRun run, String name) {
    return run.metrics().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElse(new LearningTask.Metric(name, Double.NaN, Double.NaN, Double.NaN, 0, 0, true));
  }

  private static void add(List<Difference> list, String figure, double first, double again) {
    if (Double.compare(first, again) != 0) {
      list.add(new Difference(figure, first, again));
    }
  }

  public boolean identical() {
    return differences.isEmpty();
  }
}
