package insight.collect;

import insight.runtime.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that was not taken, whole.
 *
 * @param columns the file's columns; one with the name {@link #MESSAGE} for a line of JSON
 * @param values what stood there; there may be more or fewer than columns
 */
record RejectedRecord(List<String> columns, List<String> values) {
  /** The column of a record that is one message. */
  static final String MESSAGE = "message";

  RejectedRecord {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }

  static RejectedRecord message(String text) {
    return new RejectedRecord(List.of(MESSAGE), List.of(text));
  }

  long size() {
    return values.stream().mapToLong(String::length).sum();
  }

  /** The values, one for each column: what is missing is empty, what is too much stands last. */
  List<String> fitted() {
    int wanted = columns.size();
    List<String> fitted = new ArrayList<>(values.subList(0, Math.min(wanted, values.size())));
    while (fitted.size() < wanted) {
      fitted.add("");
    }
    if (values.size() > wanted) {
      fitted.set(wanted - 1, String.join(" | ", values.subList(wanted - 1, values.size())));
    }
    return fitted;
  }

  String json() {
    return Json.object()
        .add("columns", Json.value(columns))
        .add("values", Json.value(values.stream().map(v -> v.replace("\0", "␀")).toList()))
        .build()
        .toString();
  }

  static RejectedRecord parse(String text) {
    JsonObject json = Json.parse(text);
    return new RejectedRecord(
        strings(json.getJsonArray("columns")), strings(json.getJsonArray("values")));
  }

  static List<String> strings(JsonArray array) {
    return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }
}
