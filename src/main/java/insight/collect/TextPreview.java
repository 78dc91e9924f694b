package insight.collect;

import insight.collect.csv.Lines;
import insight.collect.csv.Parts;
import insight.collect.csv.Records;
import insight.collect.csv.Separator;
import insight.kernel.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The first records of a file of separated values. */
final class TextPreview {
  private TextPreview() {}

  /**
   * @throws Refused when there is nothing in it
   */
  static Preview of(Path file) throws IOException {
    String first = firstLine(file);
    Separator separator = separator(first);
    List<String> top =
        separator.fields(first).orElseThrow(() -> Refused.unprocessable("collect.import.header"));
    boolean header = names(top);
    List<String> columns = header ? top.stream().map(String::strip).toList() : places(top.size());
    try (Parts parts = Parts.of(file)) {
      Lines lines = firstPart(parts);
      List<List<String>> rows = rows(lines, separator, columns.size(), header);
      Optional<Preset> preset = KnownShapes.of(header, columns, rows, separator);
      List<String> shown = preset.flatMap(Preset::columns).orElse(columns);
      return new Preview(
          SourceKind.CSV, lines.encoding(), Optional.of(separator), header, shown, rows, preset);
    }
  }

  private static String firstLine(Path file) throws IOException {
    try (Parts parts = Parts.of(file)) {
      Lines lines = firstPart(parts);
      while (lines.next()) {
        if (!lines.text().isBlank()) {
          return lines.text();
        }
      }
      throw Refused.unprocessable(
          lines.cut() ? "collect.import.cutAtOnce" : "collect.import.empty");
    }
  }

  private static Lines firstPart(Parts parts) throws IOException {
    return parts.next().orElseThrow(() -> Refused.unprocessable("collect.import.empty"));
  }

  /** Blanks part fields only where nothing else does. */
  private static Separator separator(String first) {
    Separator separator = Separator.of(first);
    boolean one = separator.fields(first).map(f -> f.size() == 1).orElse(false);
    List<String> words = Separator.BLANKS.fields(first).orElse(List.of());
    return one && words.size() > 1 && !names(words) ? Separator.BLANKS : separator;
  }

  /** Whether these are names: none empty, none twice, none a number or a time. */
  private static boolean names(List<String> fields) {
    return new HashSet<>(fields).size() == fields.size()
        && fields.stream()
            .map(String::strip)
            .noneMatch(f -> f.isEmpty() || f.matches("[+-]?[\\d.,:/ -]*\\d[\\d.,:/ TZ-]*"));
  }

  private static List<String> places(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
  }

  private static List<List<String>> rows(
      Lines lines, Separator separator, int columns, boolean header) throws IOException {
    Records records = new Records(lines, separator, columns);
    List<List<String>> rows = new ArrayList<>();
    boolean skip = header;
    while (rows.size() < Preview.MOST) {
      Optional<Records.Found> next = records.next();
      if (next.isEmpty()) {
        break;
      }
      switch (next.get()) {
        case Records.Found.Fields(long line, String[] fields) -> {
          if (!skip) {
            rows.add(List.of(fields));
          }
        }
        case Records.Found.Broken(long line, Records.Fault fault, String start) ->
            rows.add(List.of(start));
      }
      skip = false;
    }
    return rows;
  }
}
