package insight.predict;

import insight.learn.Progress;
import insight.learn.tabular.Calibrating;
import insight.learn.tabular.Fitted;
import insight.learn.tabular.Table;
import insight.learn.tabular.Trainers;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One fit: a fifth of the customers, drawn by the seed, stops it early; probabilities are put right
 * by what models of the same kind said of customers that they had not seen (Platt 1999).
 */
final class Fitting {
  private static final int FIFTH = 5;

  private Fitting() {}

  static Fitted of(
      String trainer, Map<String, Double> parameters, Table rows, long seed, Progress progress) {
    return new Calibrating(Trainers.named(trainer), Calibrating.Method.PLATT)
        .fit(
            rows.only(rows(rows, seed, false)),
            rows.only(rows(rows, seed, true)),
            parameters,
            seed,
            progress);
  }

  /** All rows of a customer are on the same side. */
  private static int[] rows(Table rows, long seed, boolean validation) {
    return IntStream.range(0, rows.rows())
        .filter(i -> inFifth(rows.group(i), seed) == validation)
        .toArray();
  }

  private static boolean inFifth(long person, long seed) {
    return new SplittableRandom(seed * 31 + person).nextInt(FIFTH) == 0;
  }
}
