package insight.learn.tabular;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.measure.Diagnostics;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression: the log-odds are a sum of one weight for each feature. It is the reference
 * that other kinds have to beat, since anybody can read its weights.
 */
final class LogisticTrainer implements TabularTrainer {
  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public List<Parameter> parameters() {
    return Epochs.parameters(.01, .0001);
  }

  @Override
  public Fitted fit(
      Table train, Table validation, Map<String, Double> parameters, long seed, Progress progress) {
    Rows.require(train);
    Started started = Started.now(this, parameters, seed);
    Encoding encoding = Encoding.fit(train);
    Encoded rows = encoding.encode(train);
    LinearLearner learner =
        new LinearLearner(
            encoding.width(),
            new LinearLearner.Known(rows, train),
            new LinearLearner.Known(encoding.encode(validation), validation),
            Rows.weights(train, started.chosen("class-weights", "balanced")));
    Diagnostics.Curve curve = new Epochs(started, train.rows(), 1).run(learner, seed, progress);
    LogisticClassifier model =
        new LogisticClassifier(encoding, learner.weights(), rows.usual(learner.weights()));
    return new Fitted(model, started.provenance(train), List.of(curve));
  }
}
