package insight.segment.rule;

import insight.kernel.Nearest;
import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code {"all":[…]}}, {@code {"any":[…]}}, {@code {"not":{…}}} and {@code
 * {"field","op","value"}}. Whatever else is in there is refused with its place and what to do.
 */
public final class RuleReader {
  static final int DEEPEST = 8;
  static final int MOST_CONDITIONS = 100;
  static final int MOST_VALUES = 200;
  static final int LONGEST_WORD = 100;
  private static final Set<String> CONDITION = Set.of("field", "op", "value");

  private int conditions;

  private RuleReader() {}

  /**
   * The rule.
   *
   * @throws Refused (invalid) at the first place that does not fit
   */
  public static Rule read(JsonObject json) {
    return new RuleReader().rule(json, "", 1);
  }

  private Rule rule(JsonValue value, String at, int depth) {
    if (!(value instanceof JsonObject json)) {
      throw Refused.invalid(at, "segment.rule.object");
    }
    if (depth > DEEPEST) {
      throw Refused.invalid(at, "segment.rule.deep", DEEPEST);
    }
    if (json.containsKey("field")) {
      return condition(json, at);
    }
    if (json.size() != 1) {
      throw Refused.invalid(at, "segment.rule.kind");
    }
    String kind = json.keySet().iterator().next();
    String inner = at + "/" + kind;
    JsonValue inside = json.getOrDefault(kind, JsonValue.NULL);
    return switch (kind) {
      case "all" -> new Rule.All(rules(inside, inner, depth));
      case "any" -> new Rule.Any(rules(inside, inner, depth));
      case "not" -> new Rule.Not(rule(inside, inner, depth + 1));
      default -> throw Refused.invalid(at, "segment.rule.kind");
    };
  }

  private List<Rule> rules(JsonValue value, String at, int depth) {
    if (!(value instanceof JsonArray array) || array.isEmpty()) {
      throw Refused.invalid(at, "segment.rule.list");
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      rules.add(rule(array.get(i), at + "/" + i, depth + 1));
    }
    return rules;
  }

  private Rule condition(JsonObject json, String at) {
    if (++conditions > MOST_CONDITIONS) {
      throw Refused.invalid(at, "segment.rule.many", MOST_CONDITIONS);
    }
    json.keySet().stream()
        .filter(name -> !CONDITION.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Refused.invalid(at + "/" + name, "segment.rule.extra", name);
            });
    Feature feature = feature(text(json, "field", at), at + "/field");
    Operator operator = operator(text(json, "op", at), feature, at + "/op");
    JsonValue value = json.getOrDefault("value", JsonValue.NULL);
    return feature.measure().numeric()
        ? new Rule.NumberIs(feature, operator, numbers(value, operator, at + "/value"))
        : new Rule.WordIs(feature, operator, words(value, operator, at + "/value"));
  }

  private static Feature feature(String id, String at) {
    return Catalogue.find(id).orElseThrow(() -> unknown(id, at));
  }

  private static Refused unknown(String id, String at) {
    List<String> known = Catalogue.all().stream().map(Feature::id).toList();
    return Nearest.of(id, known)
        .map(near -> Refused.invalid(at, "segment.rule.field.near", id, near))
        .orElseGet(() -> Refused.invalid(at, "segment.rule.field", id));
  }

  private static Operator operator(String word, Feature feature, String at) {
    Operator operator =
        Operator.of(word)
            .orElseThrow(() -> Refused.invalid(at, "segment.rule.op", word, operators()));
    if (operator.ordered() && !feature.measure().numeric()) {
      throw Refused.invalid(at, "segment.rule.op.word", word, feature.id());
    }
    return operator;
  }

  private static String operators() {
    return Stream.of(Operator.values()).map(Operator::word).collect(Collectors.joining(", "));
  }

  private static List<Double> numbers(JsonValue value, Operator operator, String at) {
    List<Double> numbers = new ArrayList<>();
    for (JsonValue each : values(value, operator, at)) {
      if (!(each instanceof JsonNumber number) || !Double.isFinite(number.doubleValue())) {
        throw Refused.invalid(at, "segment.rule.number", brief(each));
      }
      numbers.add(number.doubleValue());
    }
    if (operator == Operator.BETWEEN && numbers.get(0) > numbers.get(1)) {
      throw Refused.invalid(at, "segment.rule.order");
    }
    return numbers;
  }

  private static List<String> words(JsonValue value, Operator operator, String at) {
    List<String> words = new ArrayList<>();
    for (JsonValue each : values(value, operator, at)) {
      if (!(each instanceof JsonString text)
          || text.getString().isBlank()
          || text.getString().length() > LONGEST_WORD
          || text.getString().indexOf('\0') >= 0) {
        throw Refused.invalid(at, "segment.rule.word", brief(each));
      }
      words.add(text.getString());
    }
    return words;
  }

  /** As many values as the operator takes. */
  private static List<JsonValue> values(JsonValue value, Operator operator, String at) {
    boolean list = operator == Operator.IN || operator == Operator.BETWEEN;
    if (!list) {
      return List.of(value);
    }
    int most = operator == Operator.BETWEEN ? 2 : MOST_VALUES;
    if (!(value instanceof JsonArray array)
        || array.isEmpty()
        || array.size() > most
        || operator == Operator.BETWEEN && array.size() != 2) {
      throw operator == Operator.BETWEEN
          ? Refused.invalid(at, "segment.rule.between")
          : Refused.invalid(at, "segment.rule.in", MOST_VALUES);
    }
    return List.copyOf(array);
  }

  private static String text(JsonObject json, String name, String at) {
    if (json.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw Refused.invalid(at + "/" + name, "segment.rule.text", name);
  }

  private static String brief(JsonValue value) {
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
