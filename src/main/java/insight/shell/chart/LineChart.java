package insight.shell.chart;

import java.util.List;

/**
 * A course over time or over steps. Colours 1 to 8 in the design's order; 8 (slate) is "before".
 */
public final class LineChart {
  private final Spec spec;

  /**
   * Begins a chart.
   *
   * @param title what is shown, as the card's heading
   * @param summary the one sentence that says what is to be seen, important words in {@code **}
   * @param axis what the labels are, as the table's first heading ("Week")
   * @param labels one per point, in order
   */
  public LineChart(String title, String summary, Unit unit, String axis, List<String> labels) {
    spec = new Spec(title, summary, unit, axis, labels);
    spec.set("kind", "line");
  }

  public LineChart line(String name, int colour, List<Double> values) {
    return add(Series.Style.LINE, name, colour, values);
  }

  /** For the previous period or a baseline. */
  public LineChart dashed(String name, int colour, List<Double> values) {
    return add(Series.Style.DASHED, name, colour, values);
  }

  public LineChart dotted(String name, int colour, List<Double> values) {
    return add(Series.Style.DOTTED, name, colour, values);
  }

  /** A filled band between two courses: an interval, an expected range. */
  public LineChart band(String name, int colour, List<Double> low, List<Double> high) {
    if (low.size() != high.size()) {
      throw new IllegalArgumentException("band " + name + ": " + low.size() + "/" + high.size());
    }
    spec.series(new Series(name, Series.Style.BAND, colour, low, high));
    return this;
  }

  /** A level: a target, a limit. */
  public LineChart limit(String name, double value) {
    spec.limit(name, value);
    return this;
  }

  /** A remark at one point: "A", a release. */
  public LineChart mark(int index, String text) {
    spec.mark(index, text);
    return this;
  }

  /** The axis need not begin at nought: losses and rates. */
  public LineChart notFromZero() {
    spec.set("fromZero", false);
    return this;
  }

  /** Each line ten times the one below; the card must say so. */
  public LineChart logarithmic() {
    spec.set("log", true);
    return this;
  }

  /** In pixels; 220 without it. */
  public LineChart height(int pixels) {
    spec.set("height", pixels);
    return this;
  }

  public Chart build() {
    return spec.chart();
  }

  private LineChart add(Series.Style style, String name, int colour, List<Double> values) {
    spec.series(new Series(name, style, colour, values, List.of()));
    return this;
  }
}
