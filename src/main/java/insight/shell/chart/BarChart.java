package insight.shell.chart;

import java.util.List;

/** Amounts side by side, always from nought. */
public final class BarChart {
  private final Spec spec;

  /**
   * Begins a chart; see {@link LineChart} for the words it needs.
   *
   * @param axis what the labels are, as the table's first heading ("Month")
   */
  public BarChart(String title, String summary, Unit unit, String axis, List<String> labels) {
    spec = new Spec(title, summary, unit, axis, labels);
    spec.set("kind", "bar");
  }

  public BarChart bars(String name, int colour, List<Double> values) {
    spec.series(new Series(name, Series.Style.BAR, colour, values, List.of()));
    return this;
  }

  /** Bars lie; for long names. */
  public BarChart lying() {
    spec.set("lying", true);
    return this;
  }

  /** Several sets of bars on top of one another. */
  public BarChart stacked() {
    spec.set("stacked", true);
    return this;
  }

  /** These bars are pale: not complete yet. */
  public BarChart pale(List<Integer> indexes) {
    spec.set("pale", List.copyOf(indexes));
    return this;
  }

  public BarChart height(int pixels) {
    spec.set("height", pixels);
    return this;
  }

  public Chart build() {
    return spec.chart();
  }
}
