package insight.shell.chart;

import insight.shell.part.Drawing;
import java.util.List;
import java.util.Locale;

/**
 * A distribution in a table's cell: bars without axes, 84 × 26; the row's cells say the numbers.
 */
public final class TinyBars {
  private static final double WIDTH = 84;
  private static final double HEIGHT = 26;
  private static final double GAP = 1;

  private TinyBars() {}

  /** One bar a count, in chart colour {@code colour} (1 to 8). */
  public static Drawing of(List<Long> counts, int colour) {
    return new Drawing("spark", svg(counts, colour));
  }

  static String svg(List<Long> counts, int colour) {
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    if (most == 0) {
      return "";
    }
    double step = WIDTH / counts.size();
    StringBuilder bars = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      double height = counts.get(i) == 0 ? 0 : Math.max(1, HEIGHT * counts.get(i) / most);
      bars.append(
          String.format(
              Locale.ROOT,
              "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f'/>",
              i * step,
              HEIGHT - height,
              Math.max(1, step - GAP),
              height));
    }
    return "<svg width='84' height='26' viewBox='0 0 84 26' fill='var(--in-c%d)'>%s</svg>"
        .formatted(colour, bars);
  }
}
