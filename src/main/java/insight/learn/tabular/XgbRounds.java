package insight.learn.tabular;

import insight.learn.Progress;
import insight.learn.measure.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosting round by round, so that it can be watched, stopped early and stopped at all. */
final class XgbRounds implements AutoCloseable {
  private final DMatrix[] watched;
  private final String[] names;
  private final Booster booster;
  private final List<Double> train = new ArrayList<>();
  private final List<Double> validation = new ArrayList<>();
  private int best;

  XgbRounds(XgbMatrix train, XgbMatrix validation, Map<String, Object> settings)
      throws XGBoostError {
    boolean watch = validation.rows() > 0;
    watched =
        watch
            ? new DMatrix[] {train.matrix(), validation.matrix()}
            : new DMatrix[] {train.matrix()};
    names = watch ? new String[] {"train", "validation"} : new String[] {"train"};
    booster = XGBoost.train(train.matrix(), settings, 0, Map.of(), null, null);
  }

  /** Adds trees until the validation loss has not fallen for so many rounds. */
  Diagnostics.Curve run(int rounds, int patience, double rate, Progress progress)
      throws XGBoostError {
    for (int round = 0; round < rounds && round - best <= patience; round++) {
      progress.at((double) round / rounds);
      booster.update(watched[0], round);
      note(booster.evalSet(watched, names, round));
    }
    List<Double> rates = train.stream().map(loss -> rate).toList();
    return new Diagnostics.Curve("log-loss", train, validation, rates, best);
  }

  /** Reads a line such as {@code [3]\ttrain-logloss:0.41\tvalidation-logloss:0.44}. */
  private void note(String line) {
    String[] parts = line.split("\t", -1);
    train.add(figure(parts[1]));
    if (watched.length > 1) {
      validation.add(figure(parts[2]));
    }
    List<Double> losses = watched.length > 1 ? validation : train;
    int last = losses.size() - 1;
    best = losses.get(last) < losses.get(best) ? last : best;
  }

  private static double figure(String part) {
    return Double.parseDouble(part.substring(part.lastIndexOf(':') + 1));
  }

  /** How many trees are kept. */
  int trees() {
    return best + 1;
  }

  /** The forest with all its rounds. */
  byte[] forest() throws XGBoostError {
    return booster.toByteArray("ubj");
  }

  @Override
  public void close() {
    booster.dispose();
  }
}
