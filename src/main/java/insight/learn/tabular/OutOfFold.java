package insight.learn.tabular;

import insight.learn.Progress;
import insight.learn.Validation;
import java.util.List;
import java.util.Map;

/** What models of one kind say of each row when they learned from other customers only. */
final class OutOfFold {
  private OutOfFold() {}

  static double[] probabilities(
      TabularTrainer trainer,
      Table table,
      Map<String, Double> parameters,
      int parts,
      long seed,
      Progress progress) {
    double[] probabilities = new double[table.rows()];
    Evaluation kind = new Evaluation(trainer, parameters, new Validation.KFold(parts), seed);
    List<Folds.Fold> folds = Folds.of(kind.validation(), table, seed);
    for (int i = 0; i < folds.size(); i++) {
      Progress part = progress.part((double) i / parts, (i + 1.0) / parts);
      Evaluation.Tested tested = kind.test(table, folds.get(i), part);
      int[] rows = folds.get(i).testRows();
      for (int j = 0; j < rows.length; j++) {
        probabilities[rows[j]] = tested.predictions().probability(j);
      }
    }
    return probabilities;
  }
}
