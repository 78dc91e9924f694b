package insight.prepare.cleaning;

import insight.prepare.cleaning.Rule.Form;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Forms as functions; each gives back the same string where nothing is to be done. */
final class Forms {
  private static final char IDEOGRAPHIC_SPACE = '\u3000';

  private Forms() {}

  static Function<String, String> of(Form form) {
    return switch (form) {
      case Form.Trim() -> Forms::trim;
      case Form.Width() -> Forms::width;
      case Form.Compatibility() -> Forms::compatible;
      case Form.DecimalComma() -> Forms::decimalComma;
      case Form.Units(var factors) -> units(factors);
      case Form.Codes(var names) -> codes(names);
      case Form.Capitals() -> Forms::capitals;
    };
  }

  private static boolean space(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u00A0'
        || c == IDEOGRAPHIC_SPACE
        || c == '\u200B'
        || c == '\uFEFF'
        || c == '\u202F';
  }

  static String trim(String value) {
    boolean before = true;
    for (int i = 0; i < value.length(); i++) {
      boolean now = space(value.charAt(i));
      if (now && (before || value.charAt(i) != ' ')) {
        return trimmed(value);
      }
      before = now;
    }
    return before && !value.isEmpty() ? trimmed(value) : value;
  }

  private static String trimmed(String value) {
    StringBuilder kept = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!space(c)) {
        kept.append(c);
      } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
        kept.append(' ');
      }
    }
    int end = kept.length();
    return kept.substring(0, end > 0 && kept.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  /** U+FF01…U+FF5E are U+0021…U+007E, wide; U+3000 is the wide blank. */
  static String width(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E' || c == IDEOGRAPHIC_SPACE) {
        return narrowed(value);
      }
    }
    return value;
  }

  private static String narrowed(String value) {
    char[] signs = value.toCharArray();
    for (int i = 0; i < signs.length; i++) {
      if (signs[i] >= '\uFF01' && signs[i] <= '\uFF5E') {
        signs[i] -= (char) 0xFEE0;
      } else if (signs[i] == IDEOGRAPHIC_SPACE) {
        signs[i] = ' ';
      }
    }
    return new String(signs);
  }

  static String compatible(String value) {
    return Normalizer.isNormalized(value, Normalizer.Form.NFKC)
        ? value
        : Normalizer.normalize(value, Normalizer.Form.NFKC);
  }

  /** Dots and blanks part thousands, the comma is the decimal sign. */
  static String decimalComma(String value) {
    int comma = value.indexOf(',');
    if (comma < 0 || comma != value.lastIndexOf(',') || value.lastIndexOf('.') > comma) {
      return value;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && c != ',' && c != '.' && c != '-' && c != '+' && !space(c)) {
        return value;
      }
    }
    return value.replaceAll("[. \u00A0\u202F]", "").replace(',', '.');
  }

  private static Function<String, String> units(Map<String, BigDecimal> factors) {
    Map<String, BigDecimal> lower = new HashMap<>();
    factors.forEach((unit, factor) -> lower.put(unit.toLowerCase(Locale.ROOT), factor));
    return value -> {
      int end = value.length();
      while (end > 0 && !Character.isDigit(value.charAt(end - 1))) {
        end--;
      }
      if (end == 0 || end == value.length()) {
        return value;
      }
      BigDecimal factor = lower.get(value.substring(end).strip().toLowerCase(Locale.ROOT));
      double number = Figures.parse(value.substring(0, end));
      return factor == null || Double.isNaN(number)
          ? value
          : new BigDecimal(value.substring(0, end).strip())
              .multiply(factor)
              .stripTrailingZeros()
              .toPlainString();
    };
  }

  private static Function<String, String> codes(Map<String, String> names) {
    Map<String, String> lower = new HashMap<>();
    names.forEach((from, to) -> lower.put(from.strip().toLowerCase(Locale.ROOT), to));
    return value -> lower.getOrDefault(value.strip().toLowerCase(Locale.ROOT), value);
  }

  private static String capitals(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isLowerCase(value.charAt(i))) {
        return value.toUpperCase(Locale.ROOT);
      }
    }
    return value;
  }
}
