package insight.kernel;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them: grouped, with a real minus sign, short where space is short. */
public final class Numbers {
  private Numbers() {}

  /** 541,909. */
  public static String whole(long value, Locale locale) {
    return minus(NumberFormat.getIntegerInstance(locale).format(value));
  }

  /** A number with exactly {@code digits} decimals. */
  public static String decimal(double value, int digits, Locale locale) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return minus(format.format(value));
  }

  /** A share 0…1 as 12.4%. */
  public static String percent(double share, int digits, Locale locale) {
    return Double.isFinite(share) ? decimal(share * 100, digits, locale) + "%" : "–";
  }

  /** Three significant digits with a scale word: 3.72M, 58.8k; in Chinese 372万, 1.07亿. */
  public static String brief(double value, Locale locale) {
    double size = Math.abs(value);
    if ("zh".equals(locale.getLanguage())) {
      return size >= 1e8
          ? significant(value / 1e8, locale) + "亿"
          : size >= 1e4 ? significant(value / 1e4, locale) + "万" : significant(value, locale);
    }
    return size >= 1e9
        ? significant(value / 1e9, locale) + "bn"
        : size >= 1e6
            ? significant(value / 1e6, locale) + "M"
            : size >= 1e4 ? significant(value / 1e3, locale) + "k" : significant(value, locale);
  }

  private static String significant(double value, Locale locale) {
    double size = Math.abs(value);
    int digits = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
    return decimal(value, digits, locale);
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
