package insight.bench;

import insight.learn.Interval;
import insight.learn.Progress;
import insight.learn.Validation;
import insight.learn.measure.BinaryMeasure;
import insight.learn.tabular.Evaluated;
import insight.learn.tabular.Evaluation;
import insight.learn.tabular.Shoppers;
import insight.learn.tabular.Table;
import insight.learn.tabular.TabularTrainer;
import insight.learn.tabular.Trainers;
import java.util.Locale;
import java.util.Map;

/** Every kind of model for tables on the sessions of a real shop, by five parts. */
final class ModelsBench implements Runnable {
  private static final long SEED = 7;

  @Override
  public void run() {
    if (!Shoppers.present()) {
      Print.line("models: the sessions of online-shoppers are not here");
      return;
    }
    Table table = Shoppers.table();
    Print.line("models: purchase intent, " + table.rows() + " sessions, 5 parts, presets");
    for (TabularTrainer trainer : Trainers.all()) {
      long start = System.nanoTime();
      Evaluated result =
          new Evaluation(trainer, Map.of(), new Validation.KFold(5), SEED).of(table, Progress.NONE);
      double seconds = (System.nanoTime() - start) / 1e9;
      Print.line(
          String.format(
              Locale.ROOT,
              "  %-22s AUC %s  AP %s  Brier %s  %.1f s",
              trainer.name(),
              words(result.figure(BinaryMeasure.ROC_AUC)),
              words(result.figure(BinaryMeasure.AVERAGE_PRECISION)),
              words(result.figure(BinaryMeasure.BRIER)),
              seconds));
    }
  }

  private static String words(Interval figure) {
    return String.format(
        Locale.ROOT, "%.4f (%.4f–%.4f)", figure.value(), figure.low(), figure.high());
  }
}
