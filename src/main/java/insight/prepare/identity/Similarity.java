package insight.prepare.identity;

import java.util.Arrays;

/**
 * How alike two texts are, 0 to 1. Jaro (1989): common letters near their place and transpositions;
 * Winkler (1990) adds for a common beginning.
 */
final class Similarity {
  private static final int PREFIX = 4;
  private static final double PREFIX_WEIGHT = 0.1;

  private Similarity() {}

  static double jaroWinkler(String first, String second) {
    boolean ordered = first.compareTo(second) <= 0; // so that it has no direction
    int[] a = (ordered ? first : second).codePoints().toArray();
    int[] b = (ordered ? second : first).codePoints().toArray();
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    if (Arrays.equals(a, b)) {
      return 1;
    }
    double jaro = jaro(a, b);
    int prefix = 0;
    while (prefix < Math.min(PREFIX, Math.min(a.length, b.length)) && a[prefix] == b[prefix]) {
      prefix++;
    }
    return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
  }

  private static double jaro(int[] a, int[] b) {
    int reach = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
    boolean[] inA = new boolean[a.length];
    boolean[] inB = new boolean[b.length];
    int common = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
        if (!inB[j] && a[i] == b[j]) {
          inA[i] = true;
          inB[j] = true;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    double moved = outOfOrder(a, b, inA, inB) / 2.0;
    return ((double) common / a.length + (double) common / b.length + (common - moved) / common)
        / 3;
  }

  private static int outOfOrder(int[] a, int[] b, boolean[] inA, boolean[] inB) {
    int count = 0;
    int j = 0;
    for (int i = 0; i < a.length; i++) {
      if (inA[i]) {
        while (!inB[j]) {
          j++;
        }
        if (a[i] != b[j]) {
          count++;
        }
        j++;
      }
    }
    return count;
  }
}
