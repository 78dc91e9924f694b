package insight.train.ui;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;

/** JSON with a line for each member, to be read by people. */
final class PrettyJson {
  private PrettyJson() {}

  static String of(JsonValue value) {
    return of(value, "");
  }

  private static String of(JsonValue value, String indent) {
    String inner = indent + "  ";
    return switch (value) {
      case JsonObject object when !object.isEmpty() ->
          object.entrySet().stream()
              .map(e -> inner + "\"" + e.getKey() + "\": " + of(e.getValue(), inner))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case JsonArray array when array.stream().anyMatch(v -> v instanceof JsonObject) ->
          array.stream()
              .map(v -> inner + of(v, inner))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      default -> value.toString();
    };
  }
}
