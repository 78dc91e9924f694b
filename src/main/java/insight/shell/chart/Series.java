package insight.shell.chart;

import java.util.List;

/** One line, band or set of bars. Values are NaN where there is none. */
record Series(String name, Style style, int colour, List<Double> values, List<Double> upper) {
  /** How it is drawn; the second sign besides colour. */
  enum Style {
    LINE("line", 0),
    DASHED("line", 6),
    DOTTED("line", 2),
    BAND("band", 0),
    BAR("bar", 0);

    private final String shape;
    private final int dash;

    Style(String shape, int dash) {
      this.shape = shape;
      this.dash = dash;
    }

    String shape() {
      return shape;
    }

    int dash() {
      return dash;
    }
  }

  Series {
    values = List.copyOf(values);
    upper = List.copyOf(upper);
  }
}
