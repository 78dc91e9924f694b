package insight.runtime;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Plain Java to JSON values and back to text; the provider is looked up once. */
public final class Json {
  private static final JsonProvider JSON = JsonProvider.provider();

  private Json() {}

  /**
   * @throws JsonException when it is no object
   */
  public static JsonObject parse(String text) {
    if (parseStructure(text) instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("no object");
  }

  /**
   * @throws JsonException when it is no array
   */
  public static JsonArray parseArray(String text) {
    if (parseStructure(text) instanceof JsonArray array) {
      return array;
    }
    throw new JsonException("no array");
  }

  /**
   * Nothing may stand behind it. The provider has limits of its own (digits of a number) and says
   * so in its own way.
   *
   * @throws JsonException when it is neither object nor array
   */
  public static JsonStructure parseStructure(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      JsonStructure read =
          switch (parser.next()) {
            case START_OBJECT -> parser.getObject();
            case START_ARRAY -> parser.getArray();
            default -> throw new JsonException("neither object nor array");
          };
      if (parser.hasNext()) {
        throw new JsonException("something stands behind it");
      }
      return read;
    } catch (UnsupportedOperationException
        | ArithmeticException
        | NumberFormatException
        | NoSuchElementException limit) {
      throw new JsonException(String.valueOf(limit.getMessage()), limit);
    }
  }

  public static JsonObjectBuilder object() {
    return JSON.createObjectBuilder();
  }

  /** A copy to change. */
  public static JsonObjectBuilder object(JsonObject like) {
    return JSON.createObjectBuilder(like);
  }

  public static JsonArrayBuilder array() {
    return JSON.createArrayBuilder();
  }

  /** A map of plain values (text, numbers, booleans, lists, maps, null) as an object. */
  public static JsonObject of(Map<String, ?> map) {
    JsonObjectBuilder object = object();
    map.forEach((name, value) -> object.add(name, value(value)));
    return object.build();
  }

  /** One plain value. Doubles that are no number become null. */
  public static JsonValue value(@Nullable Object value) {
    return switch (value) {
      case null -> JsonValue.NULL;
      case JsonValue json -> json;
      case Boolean flag -> flag ? JsonValue.TRUE : JsonValue.FALSE;
      case Integer number -> JSON.createValue(number);
      case Long number -> JSON.createValue(number);
      case BigDecimal number -> JSON.createValue(number);
      case Double number -> Double.isFinite(number) ? JSON.createValue(number) : JsonValue.NULL;
      case Map<?, ?> map -> {
        JsonObjectBuilder object = object();
        map.forEach((k, v) -> object.add(String.valueOf(k), value(v)));
        yield object.build();
      }
      case Collection<?> list -> {
        JsonArrayBuilder array = array();
        list.forEach(v -> array.add(value(v)));
        yield array.build();
      }
      default -> JSON.createValue(String.valueOf(value));
    };
  }
}
