package insight.prepare.cleaning;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in text, read without making garbage where they are plain. */
final class Figures {
  private static final double[] TENTHS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

  private Figures() {}

  /** The number; NaN when there is none. */
  static double parse(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    if (to - from > 16 || from == to) {
      return slow(text.strip());
    }
    boolean negative = text.charAt(from) == '-';
    long digits = 0;
    int decimals = -1;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c >= '0' && c <= '9' && decimals < TENTHS.length - 1) {
        digits = digits * 10 + (c - '0');
        decimals += decimals < 0 ? 0 : 1;
      } else {
        return slow(text.strip());
      }
    }
    if (to - from == (negative ? 1 : 0) + (decimals >= 0 ? 1 : 0)) {
      return Double.NaN;
    }
    double value = digits / TENTHS[Math.max(0, decimals)];
    return negative ? -value : value;
  }

  private static double slow(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return Double.NaN;
    }
    char first = text.charAt(0);
    if (first != '-' && first != '+' && first != '.' && (first < '0' || first > '9')) {
      return Double.NaN;
    }
    try {
      return new BigDecimal(text).doubleValue();
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  /** Written plainly, without noise in the last places: 12.5, 0.1, 1000000. */
  static String plain(double value) {
    BigDecimal number = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
    return number.signum() == 0 ? "0" : number.toPlainString();
  }
}
