package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.kernel.Refused;
import insight.prepare.cleaning.Rule.Form;
import insight.prepare.cleaning.Rule.Known;
import insight.prepare.cleaning.Rule.Policy;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rules as they are kept: {@code {"kind":"range","least":"0"}}. */
final class RuleJson {
  private RuleJson() {}

  static JsonObject write(Rule rule) {
    return switch (rule) {
      case Rule.Required() -> kind("required").build();
      case Rule.Range(var least, var most) -> {
        JsonObjectBuilder json = kind("range");
        least.ifPresent(v -> json.add("least", v.toPlainString()));
        most.ifPresent(v -> json.add("most", v.toPlainString()));
        yield json.build();
      }
      case Rule.OneOf(var values) -> kind("one-of").add("values", Json.value(values)).build();
      case Rule.Matches(var pattern) -> kind("matches").add("pattern", pattern).build();
      case Rule.Reference(var known) -> write(known);
      case Rule.Unique() -> kind("unique").build();
      case Rule.Between(var from, var to) -> {
        JsonObjectBuilder json = kind("between");
        from.ifPresent(v -> json.add("from", v.toString()));
        to.ifPresent(v -> json.add("to", v.toString()));
        yield json.build();
      }
      case Rule.Missing(var policy) -> write(policy);
      case Rule.Outlier(var method, var limit, var handling) ->
          kind("outlier")
              .add("method", word(method))
              .add("limit", limit)
              .add("handling", word(handling))
              .build();
      case Rule.Normalised(var form) -> write(form);
    };
  }

  private static JsonObject write(Known known) {
    JsonObjectBuilder json = kind("reference");
    return switch (known) {
      case Known.Products() -> json.add("known", "products").build();
      case Known.Customers() -> json.add("known", "customers").build();
      case Known.ValuesOf(int source, Canonical field) ->
          json.add("known", "values").add("source", source).add("field", field.word()).build();
    };
  }

  private static JsonObject write(Policy policy) {
    JsonObjectBuilder json = kind("missing");
    return switch (policy) {
      case Policy.Reject() -> json.add("policy", "reject").build();
      case Policy.Mean() -> json.add("policy", "mean").build();
      case Policy.Median() -> json.add("policy", "median").build();
      case Policy.Mode() -> json.add("policy", "mode").build();
      case Policy.Constant(var value) -> json.add("policy", "constant").add("value", value).build();
      case Policy.Flag() -> json.add("policy", "flag").build();
    };
  }

  private static JsonObject write(Form form) {
    JsonObjectBuilder json = kind("normalised");
    return switch (form) {
      case Form.Trim() -> json.add("form", "trim").build();
      case Form.Width() -> json.add("form", "width").build();
      case Form.Compatibility() -> json.add("form", "nfkc").build();
      case Form.DecimalComma() -> json.add("form", "decimal-comma").build();
      case Form.Units(var factors) -> {
        Map<String, String> plain = new TreeMap<>();
        factors.forEach((unit, factor) -> plain.put(unit, factor.toPlainString()));
        yield json.add("form", "units").add("map", Json.of(plain)).build();
      }
      case Form.Codes(var names) -> json.add("form", "codes").add("map", Json.of(names)).build();
      case Form.Capitals() -> json.add("form", "capitals").build();
    };
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws Refused for a kind that is not known
   */
  static Rule read(JsonObject json) {
    return switch (json.getString("kind", "")) {
      case "required" -> new Rule.Required();
      case "range" -> new Rule.Range(number(json, "least"), number(json, "most"));
      case "one-of" -> new Rule.OneOf(strings(json, "values"));
      case "matches" -> new Rule.Matches(json.getString("pattern"));
      case "reference" -> new Rule.Reference(known(json));
      case "unique" -> new Rule.Unique();
      case "between" -> new Rule.Between(day(json, "from"), day(json, "to"));
      case "missing" -> new Rule.Missing(policy(json));
      case "outlier" ->
          new Rule.Outlier(
              Rule.Method.valueOf(constant(json, "method")),
              json.getJsonNumber("limit").doubleValue(),
              Rule.Handling.valueOf(constant(json, "handling")));
      case "normalised" -> new Rule.Normalised(form(json));
      default -> throw unknown("kind", json);
    };
  }

  private static Known known(JsonObject json) {
    return switch (json.getString("known", "")) {
      case "products" -> new Known.Products();
      case "customers" -> new Known.Customers();
      case "values" ->
          new Known.ValuesOf(
              json.getInt("source"),
              Canonical.of(json.getString("field")).orElseThrow(() -> unknown("field", json)));
      default -> throw unknown("known", json);
    };
  }

  private static Policy policy(JsonObject json) {
    return switch (json.getString("policy", "")) {
      case "reject" -> new Policy.Reject();
      case "mean" -> new Policy.Mean();
      case "median" -> new Policy.Median();
      case "mode" -> new Policy.Mode();
      case "constant" -> new Policy.Constant(json.getString("value"));
      case "flag" -> new Policy.Flag();
      default -> throw unknown("policy", json);
    };
  }

  private static Form form(JsonObject json) {
    return switch (json.getString("form", "")) {
      case "trim" -> new Form.Trim();
      case "width" -> new Form.Width();
      case "nfkc" -> new Form.Compatibility();
      case "decimal-comma" -> new Form.DecimalComma();
      case "units" -> {
        TreeMap<String, BigDecimal> factors = new TreeMap<>();
        map(json).forEach((unit, factor) -> factors.put(unit, new BigDecimal(factor)));
        yield new Form.Units(factors);
      }
      case "codes" -> new Form.Codes(map(json));
      case "capitals" -> new Form.Capitals();
      default -> throw unknown("form", json);
    };
  }

  private static Map<String, String> map(JsonObject json) {
    Map<String, String> map = new TreeMap<>();
    json.getJsonObject("map").forEach((key, v) -> map.put(key, ((JsonString) v).getString()));
    return map;
  }

  private static List<String> strings(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static Optional<BigDecimal> number(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null)).map(BigDecimal::new);
  }

  private static Optional<LocalDate> day(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null)).map(LocalDate::parse);
  }

  private static String constant(JsonObject json, String name) {
    return json.getString(name).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonObjectBuilder kind(String kind) {
    return Json.object().add("kind", kind);
  }

  private static Refused unknown(String what, JsonObject json) {
    return Refused.invalid("/" + what, "prepare.rule.unknown", json.getString(what, ""));
  }
}
