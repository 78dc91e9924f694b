package insight.shell.part;

import java.util.List;
import java.util.Locale;

/** A tiny line without axes, 72 × 26: the figure's course, its last point marked. */
public final class Sparkline {
  private static final double WIDTH = 72;
  private static final double HEIGHT = 26;
  private static final double EDGE = 3;

  private Sparkline() {}

  /** The line through {@code values} in chart colour {@code colour} (1 to 8). */
  public static Drawing of(List<Double> values, int colour) {
    return new Drawing("spark", svg(values, colour));
  }

  static String svg(List<Double> values, int colour) {
    if (values.size() < 2) {
      return "";
    }
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder path = new StringBuilder();
    String last = "";
    for (int i = 0; i < values.size(); i++) {
      double x = EDGE + i * (WIDTH - 2 * EDGE) / (values.size() - 1);
      double share = high == low ? 0.5 : (values.get(i) - low) / (high - low);
      double y = HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
      path.append(i == 0 ? 'M' : 'L').append(point("%.1f %.1f", x, y));
      last = point("cx='%.1f' cy='%.1f'", x, y);
    }
    return """
        <svg width='72' height='26' viewBox='0 0 72 26'><path d='%s' fill='none' \
        stroke='var(--in-c%d)' stroke-width='1.5' stroke-linejoin='round'/>\
        <circle %s r='2.2' fill='var(--in-c%d)'/></svg>"""
        .formatted(path, colour, last, colour);
  }

  private static String point(String pattern, double x, double y) {
    return String.format(Locale.ROOT, pattern, x, y);
  }
}
