package insight.learn.tabular;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.measure.Diagnostics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees by XGBoost (Chen and Guestrin 2016), with one thread: OpenMP spins when
 * the machine is shared, and more threads would also make sums, and so files, differ. Where there
 * are rows to stop by, they only tell the number of rounds; then all rows are boosted anew.
 */
final class XgbTrainer implements TabularTrainer {
  private static final String VERSION = "1.6.2";
  private static final int[] NO_ROWS = {};

  @Override
  public String name() {
    return "xgboost";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("eta", .005, 1, .03, false),
        new Parameter("depth", 1, 12, 4, true),
        new Parameter("rounds", 1, 2_000, 600, true),
        new Parameter("patience", 1, 100, 20, true),
        new Parameter("subsample", .2, 1, .7, false),
        new Parameter("colsample", .2, 1, .9, false),
        new Parameter("min-child", 0, 100, 1, false),
        new Parameter("lambda", 0, 100, 1, false),
        new Parameter("alpha", 0, 100, .5, false),
        Parameter.choice("class-weights", "none", "balanced"));
  }

  @Override
  public Fitted fit(
      Table train, Table validation, Map<String, Double> parameters, long seed, Progress progress) {
    Rows.require(train);
    Started started = Started.now(this, parameters, seed);
    double[] weights = Rows.weights(train, started.chosen("class-weights", "balanced"));
    boolean stops = validation.rows() > 0;
    Course first = new Course(train, validation, weights, started.whole("rounds"));
    Boosted found = boost(first, started, progress.part(0, stops ? .5 : 1));
    Boosted used = found;
    if (stops) {
      Course again = new Course(train.and(validation), train.only(NO_ROWS), weights, found.trees());
      used = boost(again, started, progress.part(.5, 1));
    }
    XgbClassifier model = new XgbClassifier(train.columns(), used.forest(), found.trees());
    return new Fitted(
        model, started.provenance(train, "XGBoost4J", VERSION), List.of(found.curve()));
  }

  /** What is boosted on, what stops it, and at most how many rounds. */
  private record Course(Table train, Table validation, double[] weights, int rounds) {}

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Boosted(byte[] forest, int trees, Diagnostics.Curve curve) {}

  private static Boosted boost(Course course, Started started, Progress progress) {
    try (XgbMatrix seen = XgbMatrix.labelled(course.train(), course.weights());
        XgbMatrix unseen = XgbMatrix.labelled(course.validation(), course.weights());
        XgbRounds rounds = new XgbRounds(seen, unseen, settings(started))) {
      int patience = unseen.rows() > 0 ? started.whole("patience") : course.rounds();
      Diagnostics.Curve curve =
          rounds.run(course.rounds(), patience, started.real("eta"), progress);
      return new Boosted(rounds.forest(), rounds.trees(), curve);
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost could not train", e);
    }
  }

  private static Map<String, Object> settings(Started started) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("objective", "binary:logistic");
    settings.put("eval_metric", "logloss");
    settings.put("tree_method", "hist");
    settings.put("nthread", 1);
    settings.put("verbosity", 0);
    settings.put("seed", Long.hashCode(started.seed()) & Integer.MAX_VALUE);
    settings.put("eta", started.real("eta"));
    settings.put("max_depth", started.whole("depth"));
    settings.put("subsample", started.real("subsample"));
    settings.put("colsample_bytree", started.real("colsample"));
    settings.put("min_child_weight", started.real("min-child"));
    settings.put("lambda", started.real("lambda"));
    settings.put("alpha", started.real("alpha"));
    return settings;
  }
}
