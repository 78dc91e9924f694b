package insight.prepare.feature;

/**
 * One bar of a distribution: the people whose value lies in it.
 *
 * @param word the value itself where values are words; else empty, and {@code from} ≤ value ≤
 *     {@code to}
 */
public record Bin(String word, double from, double to, long n) {
  static Bin of(String word, long n) {
    return new Bin(word, 0, 0, n);
  }

  static Bin of(double from, double to, long n) {
    return new Bin("", from, to, n);
  }
}
