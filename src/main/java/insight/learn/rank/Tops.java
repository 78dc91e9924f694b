package insight.learn.rank;

import insight.learn.Provenance;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What the rankers share: the order by score, and the words of their provenance. */
final class Tops {
  private Tops() {}

  /** The indices of the n highest scores above zero, falling, equal ones by index. */
  static List<Integer> best(double[] scores, BitSet leftOut, int n) {
    if (n < 1) {
      return List.of();
    }
    Comparator<Integer> better =
        Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i);
    PriorityQueue<Integer> best = new PriorityQueue<>(better.reversed());
    double bar = 0; // an equal score later on has the higher index, so it does not pass
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > bar && !leftOut.get(i)) {
        best.add(i);
        if (best.size() > n) {
          best.remove();
        }
        bar = best.size() == n ? scores[best.element()] : 0;
      }
    }
    return best.stream().sorted(better).toList();
  }

  static BitSet set(int[] indices) {
    BitSet set = new BitSet();
    for (int index : indices) {
      set.set(index);
    }
    return set;
  }

  static Provenance provenance(
      String algorithm, Map<String, String> parameters, long rows, long nanos) {
    return new Provenance(
        algorithm,
        "insight.learn",
        "1",
        Runtime.version().toString(),
        parameters,
        0,
        rows,
        List.of(),
        nanos / 1_000_000);
  }
}
