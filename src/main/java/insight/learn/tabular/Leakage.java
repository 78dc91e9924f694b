package insight.learn.tabular;

import insight.learn.measure.BinaryMeasure;
import insight.learn.measure.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks whether the answer has slipped into what is learned from. */
public final class Leakage {
  /** A single feature that tells more than this is hardly ever honest. */
  public static final double TOO_GOOD = .98;

  private static final int BINS = 20;

  private Leakage() {}

  /** What is checked. */
  public enum Kind {
    /** One feature alone tells the answer. */
    SINGLE_FEATURE,
    /** A customer is learned from and tested on, not apart in time. */
    SHARED_CUSTOMER,
    /** A row is learned from whose answer was not known at the tested cut-off. */
    LATER_ANSWER
  }

  /**
   * One check.
   *
   * @param subject the strongest feature; empty for checks of rows
   * @param figure its area under the ROC curve, or how many rows are wrong
   */
  public record Finding(Kind kind, String subject, double figure, boolean passed) {}

  /** All checks, the three kinds in order. */
  public static List<Finding> check(Table table, List<Folds.Fold> folds) {
    List<Finding> findings = new ArrayList<>();
    findings.add(strongest(table));
    long shared = folds.stream().filter(f -> !f.inTime()).mapToLong(f -> shared(table, f)).sum();
    findings.add(new Finding(Kind.SHARED_CUSTOMER, "", shared, shared == 0));
    long later = folds.stream().filter(Folds.Fold::inTime).mapToLong(f -> later(table, f)).sum();
    findings.add(new Finding(Kind.LATER_ANSWER, "", later, later == 0));
    return findings;
  }

  private static Finding strongest(Table table) {
    String subject = "";
    double most = 0;
    for (int c = 0; c < table.columns().size(); c++) {
      double area = area(table, c);
      if (area > most) {
        most = area;
        subject = table.columns().at(c).name();
      }
    }
    return new Finding(Kind.SINGLE_FEATURE, subject, most, most <= TOO_GOOD);
  }

  /**
   * How well one feature alone tells the answer, whatever the shape: rows are binned, and a row's
   * score is the share of yes in its bin among the rows of the other half.
   */
  static double area(Table table, int column) {
    Bins bins = Bins.of(table, column, BINS);
    double[][] yes = new double[2][bins.count()];
    double[][] n = new double[2][bins.count()];
    for (int r = 0; r < table.rows(); r++) {
      int half = half(table.group(r));
      int bin = bins.of(table.value(r, column));
      yes[half][bin] += table.target(r);
      n[half][bin]++;
    }
    double base = (double) table.positives() / Math.max(1, table.rows());
    double[] scores = new double[table.rows()];
    for (int r = 0; r < scores.length; r++) {
      int other = 1 - half(table.group(r));
      int bin = bins.of(table.value(r, column));
      scores[r] = (yes[other][bin] + base) / (n[other][bin] + 1);
    }
    return BinaryMeasure.ROC_AUC.of(Predictions.of(scores, table.happened()));
  }

  private static int half(long group) {
    return (int) ((group * 0x9E3779B97F4A7C15L) >>> 63);
  }

  private static long shared(Table table, Folds.Fold fold) {
    Set<Long> learned = new HashSet<>();
    fold.train().forEach(row -> learned.add(table.group(row)));
    return fold.test().stream().filter(row -> learned.contains(table.group(row))).count();
  }

  private static long later(Table table, Folds.Fold fold) {
    int tested = Arrays.stream(fold.testRows()).map(table::origin).min().orElse(0);
    return fold.train().stream()
        .filter(row -> (long) table.origin(row) + table.horizon() > tested)
        .count();
  }
}
