package insight.prepare.cleaning;

import insight.prepare.cleaning.Rule.Policy;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures a rule judges by, taken from what was stored before: bounds of an outlier, or the
 * value that fills a gap.
 *
 * @param n rows they rest on
 */
public record Basis(long n, OptionalDouble low, OptionalDouble high, Optional<String> fill) {
  /** Rows without which nothing is said about outliers and means. */
  public static final long LEAST = 30;

  /** For rules that need none, and where too little is stored. */
  public static final Basis NONE =
      new Basis(0, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  /** Whether the rule judges by stored values. */
  static boolean needed(Rule rule) {
    return rule instanceof Rule.Outlier
        || rule instanceof Rule.Missing(Policy policy)
            && (policy instanceof Policy.Mean
                || policy instanceof Policy.Median
                || policy instanceof Policy.Mode);
  }

  static Basis of(Rule rule, Distribution stored) {
    if (rule instanceof Rule.Outlier outlier) {
      return stored.numeric() < LEAST ? NONE : fences(outlier, stored);
    }
    if (rule instanceof Rule.Missing(Policy policy) && stored.count() >= LEAST) {
      return switch (policy) {
        case Policy.Mean() ->
            fill(stored, stored.mean().stream().mapToObj(Figures::plain).findFirst());
        case Policy.Median() ->
            fill(stored, stored.quantile(0.5).stream().mapToObj(Figures::plain).findFirst());
        case Policy.Mode() -> fill(stored, stored.mode());
        case Policy.Reject reject -> NONE;
        case Policy.Constant constant -> NONE;
        case Policy.Flag flag -> NONE;
      };
    }
    return NONE;
  }

  private static Basis fill(Distribution stored, Optional<String> value) {
    return new Basis(stored.count(), OptionalDouble.empty(), OptionalDouble.empty(), value);
  }

  /**
   * Bounds; none where the middle values do not differ, since then everything would lie outside.
   */
  private static Basis fences(Rule.Outlier outlier, Distribution stored) {
    double median = stored.quantile(0.5).orElse(0);
    double mean = stored.mean().orElse(0);
    double lower = stored.quantile(0.25).orElse(0);
    double upper = stored.quantile(0.75).orElse(0);
    return switch (outlier.method()) {
      case IQR -> around(outlier, stored, lower, upper, upper - lower);
      case Z_SCORE -> around(outlier, stored, mean, mean, stored.deviation().orElse(0));
      case MAD -> around(outlier, stored, median, median, stored.mad().orElse(0));
    };
  }

  private static Basis around(
      Rule.Outlier outlier, Distribution stored, double from, double to, double spread) {
    return spread <= 0
        ? NONE
        : new Basis(
            stored.numeric(),
            OptionalDouble.of(from - outlier.limit() * spread),
            OptionalDouble.of(to + outlier.limit() * spread),
            Optional.empty());
  }

  JsonObject json() {
    JsonObjectBuilder json = Json.object();
    if (n > 0) {
      json.add("n", n);
    }
    low.ifPresent(v -> json.add("low", v));
    high.ifPresent(v -> json.add("high", v));
    fill.ifPresent(v -> json.add("fill", v));
    return json.build();
  }

  static Basis of(JsonObject json) {
    return new Basis(
        json.containsKey("n") ? json.getJsonNumber("n").longValueExact() : 0,
        number(json, "low"),
        number(json, "high"),
        Optional.ofNullable(json.getString("fill", null)));
  }

  private static OptionalDouble number(JsonObject json, String name) {
    return json.containsKey(name)
        ? OptionalDouble.of(json.getJsonNumber(name).doubleValue())
        : OptionalDouble.empty();
  }
}
