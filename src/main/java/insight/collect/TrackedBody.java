package insight.collect;

import insight.kernel.Refused;
import insight.runtime.JsonBody;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** The body of a tracking request, read: one JSON object in UTF-8. */
public record TrackedBody(JsonObject json) {
  static final int DEEPEST = 32;

  /**
   * Reads it.
   *
   * @throws Refused saying where it cannot be read
   */
  public static TrackedBody of(byte[] body) {
    return new TrackedBody(JsonBody.object(body, DEEPEST));
  }

  /**
   * The write key, which browsers put here: a header of theirs would have to be asked for first.
   */
  public Optional<String> writeKey() {
    return json.get("writeKey") instanceof JsonString key
        ? Optional.of(key.getString())
        : Optional.empty();
  }

  /** Whether the sender says that the person forbade to be followed (Global Privacy Control). */
  public boolean gpc() {
    return json.get("gpc") == JsonValue.TRUE;
  }

  /** About the length of the value as text; counting ends above the limit. */
  static int size(JsonValue value, int limit) {
    return switch (value) {
      case JsonObject object -> {
        int size = 2;
        for (Map.Entry<String, JsonValue> field : object.entrySet()) {
          size += field.getKey().length() + 4 + size(field.getValue(), limit);
          if (size > limit) {
            break;
          }
        }
        yield size;
      }
      case JsonArray array -> {
        int size = 2;
        for (JsonValue item : array) {
          size += 1 + size(item, limit);
          if (size > limit) {
            break;
          }
        }
        yield size;
      }
      case JsonString text -> text.getChars().length() + 2;
      default -> 5;
    };
  }
}
