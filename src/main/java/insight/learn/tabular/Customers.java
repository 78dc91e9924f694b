package insight.learn.tabular;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Who the rows of a table belong to, numbered in order of appearance. */
final class Customers {
  private final int[] of;
  private final int[] rows;
  private final int[] yeses;

  private Customers(int[] of, int[] rows, int[] yeses) {
    this.of = of;
    this.rows = rows;
    this.yeses = yeses;
  }

  static Customers of(Table table) {
    Map<Long, Integer> numbers = new HashMap<>();
    int[] of = new int[table.rows()];
    for (int r = 0; r < of.length; r++) {
      of[r] = numbers.computeIfAbsent(table.group(r), g -> numbers.size());
    }
    int[] rows = new int[numbers.size()];
    int[] yeses = new int[numbers.size()];
    for (int r = 0; r < of.length; r++) {
      rows[of[r]]++;
      yeses[of[r]] += table.target(r) > .5 ? 1 : 0;
    }
    return new Customers(of, rows, yeses);
  }

  int size() {
    return rows.length;
  }

  /** The customer of a row. */
  int of(int row) {
    return of[row];
  }

  int rows(int customer) {
    return rows[customer];
  }

  int yeses(int customer) {
    return yeses[customer];
  }

  /** Those with most yeses first, then those with most rows, otherwise in the given order. */
  int[] byYeses(int[] order) {
    return Arrays.stream(order)
        .boxed()
        .sorted(
            (a, b) ->
                yeses[a] != yeses[b]
                    ? Integer.compare(yeses[b], yeses[a])
                    : Integer.compare(rows[b], rows[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
