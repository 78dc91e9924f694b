package insight.shell.chart;

import insight.shell.part.Drawing;
import java.util.Locale;
import java.util.Optional;

/**
 * A dot with its interval, for one row of a comparison: all rows share one scale, a dashed line
 * marks the reference. The row's own cells say the numbers.
 */
public final class Whisker {
  private static final double EDGE = 6;

  private final double min;
  private final double max;
  private final int width;

  /** The common scale of all rows. */
  public Whisker(double min, double max, int width) {
    if (!(min < max)) {
      throw new IllegalArgumentException(min + " … " + max);
    }
    this.min = min;
    this.max = max;
    this.width = width;
  }

  /** One row; {@code hollow} for a baseline. */
  public Drawing row(
      double low, double value, double high, int colour, boolean hollow, Optional<Double> line) {
    String reference =
        line.map(
                at ->
                    String.format(
                        Locale.ROOT,
                        "<path d='M%1$.1f 0v20' stroke='var(--in-control-line)'"
                            + " stroke-dasharray='2 2'/>",
                        x(at)))
            .orElse("");
    String mark =
        hollow
            ? String.format(
                Locale.ROOT,
                "<rect x='%.1f' y='7' width='6' height='6' fill='var(--lumo-base-color)'"
                    + " stroke='var(--in-c%d)' stroke-width='1.5'/>",
                x(value) - 3,
                colour)
            : String.format(
                Locale.ROOT,
                "<circle cx='%.1f' cy='10' r='4' fill='var(--in-c%d)'/>",
                x(value),
                colour);
    String whisker =
        String.format(
            Locale.ROOT,
            "<path d='M%1$.1f 10H%2$.1fM%1$.1f 6v8M%2$.1f 6v8' stroke='var(--in-c%3$d)'"
                + " stroke-width='1.5' fill='none'/>",
            x(low),
            x(high),
            colour);
    return new Drawing(
        "whisker",
        String.format(Locale.ROOT, "<svg width='%1$d' height='20' viewBox='0 0 %1$d 20'>", width)
            + reference
            + whisker
            + mark
            + "</svg>");
  }

  /** The middle half of a group as a band, its median as a dot, everybody's median as a tick. */
  public Drawing spread(double low, double median, double high, double everybody, int colour) {
    return new Drawing(
        "whisker",
        String.format(
            Locale.ROOT,
            "<svg width='%1$d' height='20' viewBox='0 0 %1$d 20'>"
                + "<rect x='0' y='8' width='%1$d' height='4' fill='var(--lumo-contrast-10pct)'/>"
                + "<rect x='%2$.1f' y='7' width='%3$.1f' height='6' fill='var(--in-c%6$d)'"
                + " fill-opacity='.45'/>"
                + "<path d='M%5$.1f 2v16' stroke='var(--lumo-header-text-color)' stroke-width='1.5'/>"
                + "<circle cx='%4$.1f' cy='10' r='4.5' fill='var(--in-c%6$d)'"
                + " stroke='var(--lumo-base-color)' stroke-width='1'/></svg>",
            width,
            x(low),
            Math.max(1, x(high) - x(low)),
            x(median),
            x(everybody),
            colour));
  }

  private double x(double value) {
    double share = Math.clamp((value - min) / (max - min), 0, 1);
    return EDGE + share * (width - 2 * EDGE);
  }
}
