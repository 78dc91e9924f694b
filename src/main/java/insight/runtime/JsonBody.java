package insight.runtime;

import insight.kernel.Refused;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The body of a request as JSON: strict UTF-8, bounded in depth; all else is refused. */
public final class JsonBody {
  private static final int FIELDS_IN_A_POINTER = 100;

  private JsonBody() {}

  /**
   * @throws Refused saying why it is no object
   */
  public static JsonObject object(byte[] body, int deepest) {
    if (structure(body, deepest) instanceof JsonObject object) {
      return object;
    }
    throw Refused.invalid("", "runtime.api.object");
  }

  /**
   * @throws Refused saying why it is neither object nor array
   */
  public static JsonStructure structure(byte[] body, int deepest) {
    if (depth(body) > deepest) {
      throw Refused.invalid("", "runtime.api.deep", deepest);
    }
    try {
      return Json.parseStructure(text(body));
    } catch (JsonException | IllegalStateException notJson) {
      throw Refused.invalid("", "runtime.api.json");
    }
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
      throw Refused.invalid("", "runtime.api.utf8", bytes.position());
    }
    text.flip();
    boolean marked = text.hasRemaining() && text.charAt(0) == '\uFEFF';
    return marked ? text.subSequence(1, text.length()).toString() : text.toString();
  }

  /** The deepest nesting of arrays and objects, found without recursion. */
  public static int depth(byte[] json) {
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

  /** Where a text stands that no database keeps: with a NUL, or with half of a character. */
  public static Optional<String> unkeepable(JsonValue value, String pointer) {
    return switch (value) {
      case JsonObject object -> {
        for (Map.Entry<String, JsonValue> field : object.entrySet()) {
          String at = pointer + "/" + shortened(field.getKey());
          Optional<String> found =
              keepable(field.getKey()) ? unkeepable(field.getValue(), at) : Optional.of(at);
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      case JsonArray array -> {
        for (int i = 0; i < array.size(); i++) {
          Optional<String> found = unkeepable(array.get(i), pointer + "/" + i);
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      case JsonString text -> keepable(text.getString()) ? Optional.empty() : Optional.of(pointer);
      default -> Optional.empty();
    };
  }

  private static String shortened(String name) {
    String plain = name.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
    return plain.length() <= FIELDS_IN_A_POINTER ? plain : plain.substring(0, FIELDS_IN_A_POINTER);
  }

  /** Whether the text has neither a NUL nor a lone surrogate. */
  public static boolean keepable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
