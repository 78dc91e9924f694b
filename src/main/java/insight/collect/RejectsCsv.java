package insight.collect;

import insight.kernel.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Rejected lines as CSV. A cell that a spreadsheet would take for a formula (it begins with = + - @
 * tab or return) gets an apostrophe in front.
 */
final class RejectsCsv {
  private RejectsCsv() {}

  static String of(List<Mending.Broken> lines, Locale locale) {
    Set<String> columns = new LinkedHashSet<>();
    lines.forEach(line -> columns.addAll(line.columns()));
    StringBuilder text = new StringBuilder("\uFEFF");
    List<String> header = new ArrayList<>();
    for (String key : List.of("line", "column", "reason")) {
      header.add(Texts.of(locale, "collect.rejects." + key));
    }
    header.addAll(columns);
    row(text, header);
    for (Mending.Broken line : lines) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(line.line()));
      cells.add(line.column());
      cells.add(line.reason().in(locale));
      for (String column : columns) {
        int place = line.columns().indexOf(column);
        cells.add(place < 0 ? "" : line.values().get(place));
      }
      row(text, cells);
    }
    return text.toString();
  }

  private static void row(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    text.append("\r\n");
  }

  static String cell(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
