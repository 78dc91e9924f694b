package insight.learn.tabular;

import insight.learn.Interval;
import insight.learn.Progress;
import insight.learn.Validation;
import insight.learn.measure.BinaryMeasure;
import insight.learn.measure.Diagnostics;
import insight.learn.measure.GroupedBootstrap;
import insight.learn.measure.Predictions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out how good a kind of model is on rows that it has not seen. The same seed and validation
 * give the same test rows for every kind, so that two evaluations can be compared row by row.
 */
public record Evaluation(
    TabularTrainer trainer, Map<String, Double> parameters, Validation validation, long seed) {
  public Evaluation {
    parameters = Map.copyOf(parameters);
  }

  /** Trains and tests once for each cut. */
  public Evaluated of(Table table, Progress progress) {
    List<Folds.Fold> folds = Folds.of(validation, table, seed);
    List<Diagnostics.Fold> figures = new ArrayList<>();
    List<Predictions> parts = new ArrayList<>();
    List<Integer> tested = new ArrayList<>();
    Tested last = null;
    for (int i = 0; i < folds.size(); i++) {
      Folds.Fold fold = folds.get(i);
      Progress part = progress.part((double) i / folds.size(), (i + 1.0) / folds.size());
      last = test(table, fold, part);
      parts.add(last.predictions());
      tested.addAll(fold.test());
      Interval auc = GroupedBootstrap.of(last.predictions(), BinaryMeasure.ROC_AUC, seed);
      figures.add(new Diagnostics.Fold(fold.name(), fold.test().size(), auc));
    }
    return evaluated(
        Predictions.joined(parts), tested, figures, java.util.Objects.requireNonNull(last));
  }

  /** The model for use: trained on all rows but those that stop it. */
  public Fitted fit(Table table, Progress progress) {
    Folds.Fold stopping = Folds.stopping(table, seed);
    return trainer.fit(
        table.only(stopping.trainRows()),
        table.only(stopping.testRows()),
        parameters,
        seed,
        progress);
  }

  /** The mean over the cuts of the area under the ROC curve, without anything else. */
  double meanArea(Table table, Progress progress) {
    List<Folds.Fold> folds = Folds.of(validation, table, seed);
    double sum = 0;
    for (int i = 0; i < folds.size(); i++) {
      Progress part = progress.part((double) i / folds.size(), (i + 1.0) / folds.size());
      sum += BinaryMeasure.ROC_AUC.of(test(table, folds.get(i), part).predictions());
    }
    return sum / folds.size();
  }

  /** A model, its test rows and what it said of them. */
  record Tested(Fitted fitted, Table train, Table test, Predictions predictions) {}

  Tested test(Table table, Folds.Fold fold, Progress progress) {
    Table train = table.only(fold.trainRows());
    Table test = table.only(fold.testRows());
    Fitted fitted = fit(train, progress);
    double[] probabilities = fitted.classifier().probabilities(test);
    return new Tested(
        fitted, train, test, Predictions.of(probabilities, test.happened(), test.groups()));
  }

  private Evaluated evaluated(
      Predictions all, List<Integer> tested, List<Diagnostics.Fold> folds, Tested last) {
    Map<BinaryMeasure, Interval> figures = new EnumMap<>(BinaryMeasure.class);
    for (BinaryMeasure measure : BinaryMeasure.values()) {
      figures.put(measure, GroupedBootstrap.of(all, measure, seed));
    }
    return new Evaluated(all, tested, figures, folds, last);
  }
}
