package insight.launch.demo;

import java.util.List;

/** An alert rule that a shop like this would have; its name is the text at {@code key}. */
record Rule(String key, String metric, long above, String window, String severity) {

  /** The bad day's returns lie above the first one's limit, a usual fortnight's below. */
  static List<Rule> of(Plan plan) {
    return List.of(
        new Rule("demo.rule.returns", "returns", plan.customers(), "P14D", "warning"),
        new Rule("demo.rule.freshness", "data.freshness.days", 2, "P1D", "critical"),
        new Rule("demo.rule.failures", "job.failures", 0, "P1D", "warning"));
  }

  Json json(String name) {
    return new Json()
        .object()
        .put("name", name)
        .put("metric", metric)
        .object("condition")
        .put("above", above)
        .end()
        .put("window", window)
        .put("for", "PT0S")
        .put("severity", severity)
        .array("channels")
        .end();
  }
}
