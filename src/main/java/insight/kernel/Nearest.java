package insight.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** «Did you mean»: the known word that is closest to what was written. */
public final class Nearest {
  private Nearest() {}

  /** The closest word by edit distance; empty when none is close (more than a third differs). */
  public static Optional<String> of(String written, Collection<String> known) {
    String lower = written.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(written.length(), 24) / 3);
    return known.stream()
        .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT), limit) <= limit)
        .min(
            Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT), limit)));
  }

  /** Damerau-Levenshtein distance (optimal string alignment); above the limit only «more». */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
