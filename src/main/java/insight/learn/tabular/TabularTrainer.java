package insight.learn.tabular;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.learn.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A way to learn a yes or no from a table. */
public interface TabularTrainer {
  /** Its name in addresses, provenance and texts, e.g. {@code logistic}. */
  String name();

  /** What a person may set, with ranges and presets. */
  List<Parameter> parameters();

  /**
   * Learns.
   *
   * @param validation rows that stop the training early and choose the best round; may be empty
   * @param parameters some or all of {@link #parameters()}; the rest is preset
   * @throws Refused when the rows cannot serve or a parameter is unknown or out of range
   */
  Fitted fit(
      Table train, Table validation, Map<String, Double> parameters, long seed, Progress progress);

  /** The given parameters, checked, with the presets of the others, in the order of reading. */
  default Map<String, Double> complete(Map<String, Double> given) {
    Map<String, Double> complete = new LinkedHashMap<>();
    for (Parameter parameter : parameters()) {
      double value = given.getOrDefault(parameter.name(), parameter.preset());
      boolean sound = value >= parameter.low() && value <= parameter.high();
      if (!sound || parameter.whole() && value != Math.rint(value)) {
        throw Refused.invalid(
            "/parameters/" + parameter.name(),
            "learn.parameter.range",
            parameter.name(),
            parameter.low(),
            parameter.high());
      }
      complete.put(parameter.name(), value);
    }
    for (String name : given.keySet()) {
      if (!complete.containsKey(name)) {
        throw Refused.invalid(
            "/parameters/" + name, "learn.parameter.unknown", name, complete.keySet().toString());
      }
    }
    return complete;
  }
}
