package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The body of a tracking request, read: one JSON object in UTF-8. */
public record TrackedBody(JsonObject json) {
  static final int DEEPEST = 32;

  /**
   * @throws Refused saying where it cannot be read
   */
  public static TrackedBody of(byte[] body) {
    if (depth(body) > DEEPEST) {
      throw Refused.invalid("", "collect.message.deep", DEEPEST);
    }
    try {
      return new TrackedBody(Json.parse(text(body)));
    } catch (JsonException | IllegalStateException notJson) {
      throw Refused.invalid("", "runtime.api.json");
    }
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

  private static String text(byte[] body) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer text = CharBuffer.allocate(body.length);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      throw Refused.invalid("", "collect.message.utf8", bytes.position());
    }
    text.flip();
    boolean marked = text.hasRemaining() && text.charAt(0) == '\uFEFF';
    return marked ? text.subSequence(1, text.length()).toString() : text.toString();
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

  /** The deepest nesting of arrays and objects, found without recursion. */
  static int depth(byte[] json) {
    int depth = 0;
    int deepest = 0;
    boolean inText = false;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (inText) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          inText = false;
        }
      } else if (b == '"') {
        inText = true;
      } else if (b == '{' || b == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (b == '}' || b == ']') {
        depth--;
      }
    }
    return deepest;
  }
}
