package insight.shell.chart;

import insight.kernel.Numbers;
import java.util.Locale;

/**
 * What a chart's numbers are and how they are written: at the axis short, in tooltip and table in
 * full.
 *
 * @param prefix before the number, such as £
 * @param suffix after it, such as % or " days"
 * @param digits decimals in full form
 * @param brief whether the axis shortens: £400k, £40万
 */
public record Unit(String prefix, String suffix, int digits, boolean brief) {

  /** Counted things. */
  public static Unit count() {
    return new Unit("", "", 0, true);
  }

  /** Money in whole units, with its sign. */
  public static Unit money(String symbol) {
    return new Unit(symbol, "", 0, true);
  }

  /** Percent: values are given as 12.4 for 12.4%. */
  public static Unit percent(int digits) {
    return new Unit("", "%", digits, false);
  }

  /** A plain number with that many decimals: losses, metrics. */
  public static Unit decimal(int digits) {
    return new Unit("", "", digits, false);
  }

  /** The full form, for tables. */
  String full(double value, Locale locale) {
    return Double.isFinite(value)
        ? (value < 0 ? "−" : "")
            + prefix
            + Numbers.decimal(Math.abs(value), digits, locale)
            + suffix
        : "–";
  }
}
