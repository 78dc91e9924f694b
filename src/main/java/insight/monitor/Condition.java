package insight.monitor;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;

/** When a rule is breached. */
public sealed interface Condition {
  boolean breachedBy(double value);

  JsonObject json();

  double limit();

  record Above(double limit) implements Condition {
    @Override
    public boolean breachedBy(double value) {
      return value > limit;
    }

    @Override
    public JsonObject json() {
      return Json.object().add("above", limit).build();
    }
  }

  record Below(double limit) implements Condition {
    @Override
    public boolean breachedBy(double value) {
      return value < limit;
    }

    @Override
    public JsonObject json() {
      return Json.object().add("below", limit).build();
    }
  }

  /**
   * Reads {@code {"above":n}} or {@code {"below":n}}.
   *
   * @throws Refused for anything else; anomaly comes with the detectors
   */
  static Condition of(JsonObject json) {
    if (json.size() == 1 && json.get("above") instanceof JsonNumber limit) {
      return new Above(limit.doubleValue());
    }
    if (json.size() == 1 && json.get("below") instanceof JsonNumber limit) {
      return new Below(limit.doubleValue());
    }
    if (json.containsKey("anomaly")) {
      throw Refused.unprocessable("monitor.rule.anomaly");
    }
    throw Refused.invalid("/condition", "monitor.rule.condition");
  }
}
