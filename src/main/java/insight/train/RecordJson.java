package insight.train;

import insight.runtime.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records of numbers, words, lists and maps as JSON objects and back: one way for all that a run
 * shows, so that a new component needs no line here. NaN is null.
 */
final class RecordJson {
  private RecordJson() {}

  static JsonArray list(List<? extends Record> records) {
    JsonArrayBuilder array = Json.array();
    records.forEach(r -> array.add(object(r)));
    return array.build();
  }

  static JsonObject object(Record one) {
    JsonObjectBuilder object = Json.object();
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      object.add(component.getName(), value(read(component, one)));
    }
    return object.build();
  }

  private static Object read(RecordComponent component, Record one) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(one);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  private static JsonValue value(Object value) {
    return switch (value) {
      case Record record -> object(record);
      case Enum<?> word -> Json.value(word.name().toLowerCase(Locale.ROOT));
      case List<?> list -> {
        JsonArrayBuilder array = Json.array();
        list.forEach(item -> array.add(value(item)));
        yield array.build();
      }
      case Map<?, ?> map -> {
        JsonObjectBuilder object = Json.object();
        map.forEach((name, item) -> object.add(String.valueOf(name), value(item)));
        yield object.build();
      }
      default -> Json.value(value);
    };
  }

  static <T extends Record> List<T> list(JsonArray array, Class<T> type) {
    return array.getValuesAs(JsonObject.class).stream().map(o -> read(o, type)).toList();
  }

  /** The record of an object; a component that the object does not have is empty, 0 or NaN. */
  static <T extends Record> T read(JsonObject object, Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(object.get(components[i].getName()), components[i].getGenericType());
    }
    try {
      var constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read a " + type.getSimpleName(), e);
    }
  }

  private static Object read(@Nullable JsonValue value, Type type) {
    return switch (type) {
      case ParameterizedType many when many.getRawType() == Map.class ->
          map(value, many.getActualTypeArguments()[1]);
      case ParameterizedType many -> items(value, many.getActualTypeArguments()[0]);
      case Class<?> one -> single(value, one);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static Map<String, Object> map(@Nullable JsonValue value, Type type) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof JsonObject object) {
      object.forEach((name, item) -> map.put(name, read(item, type)));
    }
    return map;
  }

  private static List<Object> items(@Nullable JsonValue value, Type type) {
    List<Object> list = new ArrayList<>();
    if (value instanceof JsonArray array) {
      array.forEach(item -> list.add(read(item, type)));
    }
    return list;
  }

  private static Object single(@Nullable JsonValue value, Class<?> type) {
    if (type.isRecord()) {
      return read(value == null ? JsonValue.EMPTY_JSON_OBJECT : value.asJsonObject(), record(type));
    }
    if (type.isEnum()) {
      return word(((JsonString) Objects.requireNonNull(value)).getString(), type);
    }
    if (type == String.class) {
      return value instanceof JsonString text ? text.getString() : "";
    }
    if (type == boolean.class) {
      return JsonValue.TRUE.equals(value);
    }
    return number(value, type);
  }

  private static Object number(@Nullable JsonValue value, Class<?> type) {
    if (type == int.class || type == long.class) {
      long whole = value instanceof JsonNumber number ? number.longValue() : 0;
      return type == int.class ? (Object) (int) whole : (Object) whole;
    }
    if (type == double.class || type == Double.class) {
      return value instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
    }
    throw new IllegalArgumentException("no JSON for " + type);
  }

  private static Class<? extends Record> record(Class<?> type) {
    return type.asSubclass(Record.class);
  }

  private static Object word(String word, Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .filter(c -> ((Enum<?>) c).name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word + " is no " + type.getSimpleName()));
  }
}
