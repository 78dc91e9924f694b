package insight.learn.tabular;

import insight.kernel.Refused;
import insight.learn.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The ways to cut a table into what is learned from and what is tested on. */
public final class Folds {
  private static final int USUAL = 5;
  private static final int STOPPING = 8;

  private Folds() {}

  /**
   * One cut.
   *
   * @param name {@code 1}, {@code 2} … or the day number of the cut-off that is tested on
   * @param inTime whether the test lies after the training
   */
  public record Fold(String name, List<Integer> train, List<Integer> test, boolean inTime) {
    public Fold {
      train = List.copyOf(train);
      test = List.copyOf(test);
    }

    int[] trainRows() {
      return train.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] testRows() {
      return test.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * Cuts. In time, rows are learned from only when their target was known at the tested cut-off.
   *
   * @throws Refused when the cut-offs lie too close together or the customers are too few
   */
  public static List<Fold> of(Validation validation, Table table, long seed) {
    return switch (validation) {
      case Validation.Latest latest -> latest(table, seed);
      case Validation.KFold kFold -> byCustomer(table, kFold.folds(), seed);
      case Validation.RollingOrigin rolling -> rolling(table, rolling.origins());
    };
  }

  private static List<Fold> latest(Table table, long seed) {
    boolean timeless = IntStream.range(0, table.rows()).map(table::origin).distinct().count() < 2;
    return timeless ? byCustomer(table, USUAL, seed).subList(0, 1) : rolling(table, 1);
  }

  private static List<Fold> rolling(Table table, int wanted) {
    int[] origins =
        IntStream.range(0, table.rows()).map(table::origin).distinct().sorted().toArray();
    List<Fold> folds = new ArrayList<>();
    for (int i = Math.max(0, origins.length - wanted); i < origins.length; i++) {
      int tested = origins[i];
      List<Integer> train =
          rows(
              table,
              r -> table.origin(r) < tested && (long) table.origin(r) + table.horizon() <= tested);
      if (!train.isEmpty()) {
        List<Integer> test = rows(table, r -> table.origin(r) == tested);
        folds.add(new Fold(Integer.toString(tested), train, test, true));
      }
    }
    if (folds.isEmpty()) {
      throw Refused.unprocessable("learn.folds.origins", table.horizon());
    }
    return folds;
  }

  private static List<Fold> byCustomer(Table table, int folds, long seed) {
    int[] part = parts(table, folds, seed);
    List<Fold> cuts = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int tested = fold;
      cuts.add(
          new Fold(
              Integer.toString(fold + 1),
              rows(table, r -> part[r] != tested),
              rows(table, r -> part[r] == tested),
              false));
    }
    return cuts;
  }

  private static List<Integer> rows(Table table, IntPredicate wanted) {
    return IntStream.range(0, table.rows()).filter(wanted).boxed().toList();
  }

  /** An eighth of the customers, to stop a training by, and the rest, to train with. */
  static Fold stopping(Table table, long seed) {
    return byCustomer(table, STOPPING, seed).getFirst();
  }

  /** For each row its part; a customer is in one part only, and each part has like many yeses. */
  static int[] parts(Table table, int folds, long seed) {
    Customers customers = Customers.of(table);
    if (customers.size() < folds) {
      throw Refused.unprocessable("learn.folds.customers", customers.size(), folds);
    }
    int[] order = Chance.order(customers.size(), new SplittableRandom(seed));
    long[] rows = new long[folds];
    long[] yeses = new long[folds];
    int[] partOf = new int[customers.size()];
    for (int customer : customers.byYeses(order)) {
      boolean anyYes = customers.yeses(customer) > 0;
      int part = anyYes ? least(yeses, rows) : least(rows, yeses);
      partOf[customer] = part;
      rows[part] += customers.rows(customer);
      yeses[part] += customers.yeses(customer);
    }
    int[] parts = new int[table.rows()];
    Arrays.setAll(parts, row -> partOf[customers.of(row)]);
    return parts;
  }

  private static int least(long[] first, long[] second) {
    int least = 0;
    for (int i = 1; i < first.length; i++) {
      boolean fewer = first[i] < first[least];
      if (fewer || first[i] == first[least] && second[i] < second[least]) {
        least = i;
      }
    }
    return least;
  }
}
