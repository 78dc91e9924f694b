package insight.train;

import insight.learn.Parameter;
import insight.prepare.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** A task that learns nothing but its own order. */
record TaskFake(String name, boolean livesWhenDone) implements LearningTask {
  @Override
  public Snapshot.Kind input() {
    return Snapshot.Kind.INTERACTIONS;
  }

  @Override
  public List<Trainer> trainers() {
    return List.of(
        new Trainer(
            "item-knn",
            List.of(
                new Parameter("neighbours", 5, 1000, 50, true),
                new Parameter("shrink", 0, 1000, 2.5, false))),
        new Trainer("popularity", List.of()));
  }

  @Override
  public Trained train(Order order, Snapshot snapshot, DoubleConsumer progress) {
    progress.accept(1);
    return new Trained(
        new byte[] {(byte) order.seed()},
        "fake/1",
        List.of(new Metric("ndcg@10", 0.5, 0.4, Double.NaN, 100, 0.3, true)),
        List.of(new Check("train.check.fake", true, "1", "≥ 1")),
        new Verdict(true, "train.promotion.first", List.of()),
        Map.of("algorithm", "fake"),
        List.of());
  }

  @Override
  public void keep(long runId, long modelId, Snapshot.Header snapshot, Trained trained) {
    // It keeps nothing.
  }
}
