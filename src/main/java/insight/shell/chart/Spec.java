package insight.shell.chart;

import insight.shell.part.Legend;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chart being described; what the browser's element and the table are made from. */
final class Spec {
  /** A level across the chart. */
  private record Limit(String name, double value) {}

  private final String title;
  private final String summary;
  private final Unit unit;
  private final String axis;
  private final List<String> labels;
  private final List<Series> series = new ArrayList<>();
  private final List<Map<String, Object>> marks = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();
  private final Map<String, Object> more = new LinkedHashMap<>();

  Spec(String title, String summary, Unit unit, String axis, List<String> labels) {
    if (title.isBlank() || summary.isBlank()) {
      throw new IllegalArgumentException("a chart needs a title and a sentence that sums it up");
    }
    this.title = title;
    this.summary = summary;
    this.unit = unit;
    this.axis = axis;
    this.labels = List.copyOf(labels);
  }

  void series(Series one) {
    if (one.values().size() != labels.size()) {
      throw new IllegalArgumentException(
          one.name() + ": " + one.values().size() + " values, " + labels.size() + " labels");
    }
    series.add(one);
  }

  void mark(int index, String text) {
    marks.add(Map.of("index", index, "text", text));
  }

  void limit(String name, double value) {
    limits.add(new Limit(name, value));
  }

  void set(String name, Object value) {
    more.put(name, value);
  }

  Chart chart() {
    return new Chart(title, summary, json(), legend(), table());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>(more);
    json.put("labels", labels);
    json.put("series", series.stream().map(Spec::json).toList());
    json.put("marks", marks);
    json.put(
        "limits",
        limits.stream()
            .map(limit -> Map.of("name", limit.name(), "value", limit.value()))
            .toList());
    json.put("prefix", unit.prefix());
    json.put("suffix", unit.suffix());
    json.put("digits", unit.digits());
    json.put("brief", unit.brief());
    json.put("locale", Words.locale().getLanguage());
    return json;
  }

  private static Map<String, Object> json(Series one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", one.name());
    json.put("shape", one.style().shape());
    json.put("dash", one.style().dash());
    json.put("colour", one.colour());
    json.put("values", gaps(one.values()));
    json.put("upper", gaps(one.upper()));
    return json;
  }

  /** JSON has no NaN: a gap is null. */
  private static List<@Nullable Double> gaps(List<Double> values) {
    List<@Nullable Double> gaps = new ArrayList<>();
    values.forEach(value -> gaps.add(Double.isFinite(value) ? value : null));
    return gaps;
  }

  private Legend legend() {
    Legend legend = new Legend();
    for (Series one : series) {
      switch (one.style()) {
        case LINE -> legend.line(one.name(), one.colour());
        case DASHED -> legend.dashed(one.name(), one.colour());
        case DOTTED -> legend.dotted(one.name(), one.colour());
        case BAND, BAR -> legend.square(one.name(), one.colour());
      }
    }
    limits.forEach(limit -> legend.dotted(limit.name(), 8));
    return legend;
  }

  private Table table() {
    Table table = new Table(title).column(axis);
    series.forEach(one -> table.number(one.name()));
    Locale locale = Words.locale();
    for (int i = 0; i < labels.size(); i++) {
      Object[] cells = new Object[series.size() + 1];
      cells[0] = labels.get(i);
      for (int s = 0; s < series.size(); s++) {
        cells[s + 1] = cell(series.get(s), i, locale);
      }
      table.row(cells);
    }
    return table;
  }

  private String cell(Series one, int i, Locale locale) {
    String value = unit.full(one.values().get(i), locale);
    return one.upper().isEmpty() ? value : value + " – " + unit.full(one.upper().get(i), locale);
  }
}
