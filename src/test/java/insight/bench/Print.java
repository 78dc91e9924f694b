package insight.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Where the figures go. */
public final class Print {
  private static final PrintStream OUT = System.out;

  private Print() {}

  public static void line(String text) {
    OUT.println(text);
  }

  /** A figure that must reach a bar, with whether it does. */
  static void atLeast(String what, double figure, double bar, String unit) {
    line(
        String.format(
            Locale.ROOT,
            "%-46s %10.2f %-8s bar   %8.2f   %s",
            what,
            figure,
            unit,
            bar,
            figure >= bar ? "holds" : "DOES NOT HOLD"));
  }

  /** A figure against its limit, with whether it holds. */
  static void against(String what, double figure, double limit, String unit) {
    line(
        String.format(
            Locale.ROOT,
            "%-46s %10.2f %-8s limit %8.2f   %s",
            what,
            figure,
            unit,
            limit,
            figure <= limit ? "holds" : "DOES NOT HOLD"));
  }
}
