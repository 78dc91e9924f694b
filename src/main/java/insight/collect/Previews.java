package insight.collect;

import insight.collect.csv.Lines;
import insight.collect.csv.NotText;
import insight.collect.csv.Records;
import insight.collect.csv.Separator;
import insight.collect.csv.SheetTable;
import insight.collect.csv.Table;
import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first records of a file of any kind. */
final class Previews {
  private Previews() {}

  /**
   * @param kind the word of the kind of source that shall read it
   * @throws Refused when it cannot be read as that
   */
  static Preview of(Path file, String kind) throws IOException {
    try {
      return switch (SourceKind.of(kind).orElse(SourceKind.CSV)) {
        case JSONL -> messages(file);
        case EXCEL -> sheet(file);
        case CSV, JDBC, KAFKA, TRACKING, PORTAL -> TextPreview.of(file);
      };
    } catch (NotText other) {
      throw Refused.unprocessable(Openings.reason(other));
    }
  }

  /** The first sheet of a workbook; its first row names the columns. */
  private static Preview sheet(Path file) throws IOException {
    try (Table table = SheetTable.open(file, Optional.empty())) {
      List<List<String>> rows = new ArrayList<>();
      Optional<Records.Found> next = table.next();
      while (next.isPresent() && rows.size() < Preview.MOST) {
        if (next.get() instanceof Records.Found.Fields(long line, String[] fields)) {
          rows.add(List.of(fields));
        }
        next = table.next();
      }
      List<String> columns = table.header();
      Optional<Preset> preset = KnownShapes.of(true, columns, rows, Separator.COMMA);
      return new Preview(
          SourceKind.EXCEL, table.encoding(), Optional.empty(), true, columns, rows, preset);
    }
  }

  /** JSON lines: the fields of all messages as columns. */
  private static Preview messages(Path file) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    List<JsonObject> messages = new ArrayList<>();
    try (Lines lines = Lines.open(file)) {
      while (messages.size() < Preview.MOST && lines.next()) {
        if (!lines.text().isBlank()) {
          JsonObject message = message(lines.text());
          columns.addAll(message.keySet());
          messages.add(message);
        }
      }
      if (messages.isEmpty()) {
        throw Refused.unprocessable("collect.import.empty");
      }
      return new Preview(
          SourceKind.JSONL,
          lines.encoding(),
          Optional.empty(),
          true,
          List.copyOf(columns),
          messages.stream().map(m -> cells(m, columns)).toList(),
          Optional.of(Preset.SEGMENT_JSONL));
    }
  }

  private static JsonObject message(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException notJson) {
      throw Refused.unprocessable("collect.preview.json");
    }
  }

  private static List<String> cells(JsonObject message, Set<String> columns) {
    return columns.stream().map(name -> text(message.get(name))).toList();
  }

  private static String text(@Nullable JsonValue value) {
    String text =
        switch (value) {
          case null -> "";
          case JsonString word -> word.getString();
          default -> value.toString();
        };
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
