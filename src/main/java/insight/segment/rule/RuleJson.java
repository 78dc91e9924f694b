package insight.segment.rule;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** Writes what {@link RuleReader} reads. */
public final class RuleJson {
  private RuleJson() {}

  public static JsonObject of(Rule rule) {
    return switch (rule) {
      case Rule.All all -> Json.createObjectBuilder().add("all", list(all.rules())).build();
      case Rule.Any any -> Json.createObjectBuilder().add("any", list(any.rules())).build();
      case Rule.Not not -> Json.createObjectBuilder().add("not", of(not.rule())).build();
      case Rule.NumberIs(var feature, var operator, var values) ->
          condition(feature.id(), operator, values.stream().map(RuleJson::number).toList());
      case Rule.WordIs(var feature, var operator, var values) ->
          condition(
              feature.id(), operator, values.stream().<JsonValue>map(Json::createValue).toList());
    };
  }

  private static JsonValue number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Json.createValue((long) value)
        : Json.createValue(value);
  }

  private static JsonObject condition(String field, Operator operator, List<JsonValue> values) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("field", field).add("op", operator.word());
    boolean list = operator == Operator.IN || operator == Operator.BETWEEN;
    if (!list) {
      return json.add("value", values.getFirst()).build();
    }
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(array::add);
    return json.add("value", array).build();
  }

  private static JsonArrayBuilder list(List<Rule> rules) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    rules.forEach(rule -> array.add(of(rule)));
    return array;
  }
}
