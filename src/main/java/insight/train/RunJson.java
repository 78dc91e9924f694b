package insight.train;

import insight.learn.measure.Diagnostics;
import insight.runtime.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics, checks and parameters as {@code tr_run} keeps them. */
final class RunJson {
  private RunJson() {}

  static JsonObject parameters(Map<String, Double> parameters) {
    return Json.of(parameters);
  }

  static Map<String, Double> parameters(String json) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    Json.parse(json).forEach((name, v) -> parameters.put(name, ((JsonNumber) v).doubleValue()));
    return parameters;
  }

  static JsonArray metrics(List<LearningTask.Metric> metrics) {
    var array = Json.array();
    for (LearningTask.Metric m : metrics) {
      array.add(
          Json.object()
              .add("name", m.name())
              .add("value", Json.value(m.value()))
              .add("low", Json.value(m.low()))
              .add("high", Json.value(m.high()))
              .add("n", m.n())
              .add("baseline", Json.value(m.baseline()))
              .add("higherIsBetter", m.higherIsBetter()));
    }
    return array.build();
  }

  static List<LearningTask.Metric> metrics(String json) {
    return Json.parseArray(json).getValuesAs(JsonObject.class).stream()
        .map(
            m ->
                new LearningTask.Metric(
                    m.getString("name"),
                    number(m, "value"),
                    number(m, "low"),
                    number(m, "high"),
                    m.getJsonNumber("n").longValue(),
                    number(m, "baseline"),
                    m.getBoolean("higherIsBetter")))
        .toList();
  }

  static List<LearningTask.Comparison> comparisons(String json) {
    return RecordJson.list(Json.parseArray(json), LearningTask.Comparison.class);
  }

  static List<LearningTask.GroupFigures> groups(String json) {
    return RecordJson.list(Json.parseArray(json), LearningTask.GroupFigures.class);
  }

  static Diagnostics diagnostics(String json) {
    return RecordJson.read(Json.parse(json), Diagnostics.class);
  }

  private static double number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
  }

  static JsonArray checks(List<LearningTask.Check> checks) {
    var array = Json.array();
    for (LearningTask.Check c : checks) {
      array.add(
          Json.object()
              .add("key", c.key())
              .add("passed", c.passed())
              .add("measured", c.measured())
              .add("limit", c.limit()));
    }
    return array.build();
  }

  static List<LearningTask.Check> checks(String json) {
    return Json.parseArray(json).getValuesAs(JsonObject.class).stream()
        .map(
            c ->
                new LearningTask.Check(
                    c.getString("key"),
                    c.getBoolean("passed"),
                    c.getString("measured"),
                    c.getString("limit")))
        .toList();
  }
}
