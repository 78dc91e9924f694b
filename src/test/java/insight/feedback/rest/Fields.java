package insight.feedback.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object of texts, numbers, nulls and objects, for tests outside a server. */
final class Fields extends AbstractMap<String, JsonValue> implements JsonObject {
  private final Map<String, JsonValue> values = new LinkedHashMap<>();

  /** Names and values in turn. */
  static Fields of(@Nullable Object... namesAndValues) {
    Fields fields = new Fields();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.values.put(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
    }
    return fields;
  }

  private static JsonValue value(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case JsonValue json -> json;
      case Boolean flag -> flag ? TRUE : FALSE;
      default -> new Text(String.valueOf(value));
    };
  }

  private record Text(String getString) implements JsonString {
    @Override
    public String getString() {
      return getString;
    }

    @Override
    public CharSequence getChars() {
      return getString;
    }

    @Override
    public ValueType getValueType() {
      return ValueType.STRING;
    }
  }

  @Override
  public ValueType getValueType() {
    return ValueType.OBJECT;
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return values.entrySet();
  }

  private JsonValue given(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  @Override
  public JsonArray getJsonArray(String name) {
    return (JsonArray) given(name);
  }

  @Override
  public JsonObject getJsonObject(String name) {
    return (JsonObject) given(name);
  }

  @Override
  public JsonNumber getJsonNumber(String name) {
    return (JsonNumber) given(name);
  }

  @Override
  public JsonString getJsonString(String name) {
    return (JsonString) given(name);
  }

  @Override
  public String getString(String name) {
    return getJsonString(name).getString();
  }

  @Override
  public String getString(String name, String otherwise) {
    return values.get(name) instanceof JsonString text ? text.getString() : otherwise;
  }

  @Override
  public int getInt(String name) {
    return getJsonNumber(name).intValue();
  }

  @Override
  public int getInt(String name, int otherwise) {
    return values.get(name) instanceof JsonNumber number ? number.intValue() : otherwise;
  }

  @Override
  public boolean getBoolean(String name) {
    return values.get(name) == TRUE;
  }

  @Override
  public boolean getBoolean(String name, boolean otherwise) {
    return values.containsKey(name) ? getBoolean(name) : otherwise;
  }

  @Override
  public boolean isNull(String name) {
    return values.get(name) == NULL;
  }
}
