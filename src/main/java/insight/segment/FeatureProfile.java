package insight.segment;

import insight.runtime.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * One feature of a segment against all customers.
 *
 * @param median of the segment's members, as are the quartiles {@code q1} and {@code q3}
 * @param base median of all customers
 * @param low 5% of all customers lie below it, as 95% lie below {@code high}: the ends of the scale
 * @param smd standardised mean difference: members' mean minus that of all, over the standard
 *     deviation of all, on the scale the groups were made on (logarithm)
 */
public record FeatureProfile(
    GroupFeature feature,
    double median,
    double q1,
    double q3,
    double base,
    double low,
    double high,
    double smd) {

  JsonObject json() {
    return Json.of(
        Map.of(
            "median", median, "q1", q1, "q3", q3, "base", base, "low", low, "high", high, "smd",
            smd));
  }

  static FeatureProfile of(String feature, JsonObject json) {
    return new FeatureProfile(
        GroupFeature.of(feature),
        number(json, "median"),
        number(json, "q1"),
        number(json, "q3"),
        number(json, "base"),
        number(json, "low"),
        number(json, "high"),
        number(json, "smd"));
  }

  private static double number(JsonObject json, String name) {
    return json.getJsonNumber(name).doubleValue();
  }
}
