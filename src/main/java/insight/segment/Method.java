package insight.segment;

import insight.runtime.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a segmentation was found, and how sound it is.
 *
 * @param candidates the numbers of groups that were tried, ascending
 * @param silhouette how far the groups lie apart, −1…1
 * @param baseline the silhouette of as many equal groups by spend
 * @param stability mean adjusted Rand index over {@code reseeds} other seeds; 1 when nothing in the
 *     method is left to chance
 * @param bootStability the same over as many bootstrap samples of the customers; NaN in
 *     segmentations of the first version
 * @param scales the mean and standard deviation of each feature's ln(1 + x)
 * @param shape what else there is to see of it
 */
public record Method(
    String trainer,
    long seed,
    List<Candidate> candidates,
    double silhouette,
    double baseline,
    double stability,
    double leastStability,
    int reseeds,
    double bootStability,
    double bootLeast,
    List<Scale> scales,
    RfmCuts rfm,
    Shape shape) {

  /** From here on groups count as stable. */
  public static final double STABLE = 0.9;

  /**
   * A number of groups that was tried.
   *
   * @param silhouette how far they would lie apart
   * @param inertia what is left within the groups; its bend is the «elbow»; NaN where unknown
   * @param stability the smaller mean over reseeds and bootstraps; NaN where unknown
   */
  public record Candidate(int k, double silhouette, double inertia, double stability) {
    private Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("k", k);
      map.put("silhouette", silhouette);
      if (Double.isFinite(inertia)) {
        map.put("inertia", inertia);
      }
      if (Double.isFinite(stability)) {
        map.put("stability", stability);
      }
      return map;
    }
  }

  /** How a feature was brought to one scale with the others. */
  public record Scale(GroupFeature feature, double mean, double deviation) {
    /** The value in standard deviations from the mean of all customers. */
    double of(double value) {
      return (Math.log1p(value) - mean) / deviation;
    }

    /** What stands for an unknown value: that of the mean on this scale. */
    double usual() {
      return Math.expm1(mean);
    }
  }

  public Method {
    candidates = List.copyOf(candidates);
    scales = List.copyOf(scales);
  }

  /** Whether fixed rules make the groups, with nothing left to chance. */
  public boolean isExact() {
    return trainer.equals(RfmGroups.NAME);
  }

  /** The smaller of the means over other seeds and over bootstrap samples. */
  public double soundness() {
    return Double.isNaN(bootStability) ? stability : Math.min(stability, bootStability);
  }

  /** Whether several numbers of groups or seeds were tried and none gives the same groups again. */
  public boolean nothingStable() {
    return soundness() < STABLE && candidates.stream().noneMatch(c -> c.stability() >= STABLE);
  }

  /** The stability of the most stable candidate. */
  public double mostStable() {
    return candidates.stream()
        .mapToDouble(Candidate::stability)
        .filter(Double::isFinite)
        .max()
        .orElse(soundness());
  }

  /** The candidates as plain values. */
  List<Map<String, Object>> tried() {
    return candidates.stream().map(Candidate::asMap).toList();
  }

  JsonObject json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("trainer", trainer);
    map.put("seed", seed);
    map.put("candidates", tried());
    map.put("silhouette", silhouette);
    map.put("baseline", baseline);
    map.put("stability", stability);
    map.put("leastStability", leastStability);
    map.put("reseeds", reseeds);
    if (Double.isFinite(bootStability)) {
      map.put("bootStability", bootStability);
      map.put("bootLeast", bootLeast);
    }
    map.put("scales", scales.stream().map(Method::json).toList());
    map.put("rfm", rfm.asMap());
    map.putAll(shape.asMap());
    return Json.of(map);
  }

  private static Map<String, Object> json(Scale scale) {
    return Map.of(
        "feature", scale.feature().word(), "mean", scale.mean(), "deviation", scale.deviation());
  }

  static Method of(JsonObject json) {
    return new Method(
        json.getString("trainer"),
        json.getJsonNumber("seed").longValueExact(),
        json.getJsonArray("candidates").getValuesAs(JsonObject.class).stream()
            .map(
                c ->
                    new Candidate(
                        c.getInt("k"),
                        number(c, "silhouette"),
                        number(c, "inertia"),
                        number(c, "stability")))
            .toList(),
        number(json, "silhouette"),
        number(json, "baseline"),
        number(json, "stability"),
        number(json, "leastStability"),
        json.getInt("reseeds"),
        number(json, "bootStability"),
        number(json, "bootLeast"),
        json.getJsonArray("scales").getValuesAs(JsonObject.class).stream()
            .map(
                s ->
                    new Scale(
                        GroupFeature.of(s.getString("feature")),
                        number(s, "mean"),
                        number(s, "deviation")))
            .toList(),
        RfmCuts.of(json.getJsonObject("rfm")),
        Shape.of(json));
  }

  static double number(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
  }
}
