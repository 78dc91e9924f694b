package insight.collect;

import insight.kernel.Nearest;
import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column, or which constant, gives each canonical field. */
public record Mapping(Map<Canonical, Rule> rules) {
  public Mapping {
    rules = rules.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(rules));
  }

  static final Mapping NONE = new Mapping(Map.of());

  /** Where one field's value comes from. */
  public sealed interface Rule {
    /**
     * @param format how a time is written, as a pattern of {@link
     *     java.time.format.DateTimeFormatter}; how a number is, as one so written ({@code
     *     1.234,56})
     */
    record Column(String name, Optional<String> format) implements Rule {}

    record Constant(String value) implements Rule {}
  }

  /** A rule's column; empty for a constant or an unmapped field. */
  Optional<Rule.Column> column(Canonical field) {
    return rules.get(field) instanceof Rule.Column column ? Optional.of(column) : Optional.empty();
  }

  Optional<String> constant(Canonical field) {
    return rules.get(field) instanceof Rule.Constant(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  boolean has(Canonical field) {
    return rules.containsKey(field);
  }

  /**
   * Reads the written form.
   *
   * @throws Refused naming every field that does not fit
   */
  static Mapping parse(JsonObject json) {
    return parse(json, Content.EVENTS);
  }

  /** As above, for records of another content. */
  static Mapping parse(JsonObject json, Content content) {
    Map<Canonical, Rule> rules = new EnumMap<>(Canonical.class);
    List<Refused.Reason> wrong = new ArrayList<>();
    json.forEach(
        (name, value) ->
            Canonical.of(name)
                .ifPresentOrElse(
                    field ->
                        rule(value)
                            .ifPresentOrElse(
                                rule -> rules.put(field, rule),
                                () -> wrong.add(reason(name, "collect.mapping.rule", name))),
                    () -> wrong.add(unknown(name))));
    if (wrong.isEmpty()) {
      wrong.addAll(content == Content.EVENTS ? missing(rules) : missing(rules, content));
    }
    if (!wrong.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, wrong);
    }
    return new Mapping(rules);
  }

  private static Refused.Reason unknown(String name) {
    return Nearest.of(name, Canonical.words())
        .map(near -> reason(name, "collect.mapping.near", name, near))
        .orElseGet(
            () ->
                reason(name, "collect.mapping.field", name, String.join(", ", Canonical.words())));
  }

  private static Optional<Rule> rule(JsonValue value) {
    if (value instanceof JsonString text && !text.getString().isBlank()) {
      return Optional.of(new Rule.Column(text.getString(), Optional.empty()));
    }
    if (value instanceof JsonObject object) {
      if (object.get("column") instanceof JsonString column && !column.getString().isBlank()) {
        Optional<String> format =
            object.get("format") instanceof JsonString f
                ? Optional.of(f.getString())
                : Optional.empty();
        return Optional.of(new Rule.Column(column.getString(), format));
      }
      if (object.get("constant") instanceof JsonString constant) {
        return Optional.of(new Rule.Constant(constant.getString()));
      }
    }
    return Optional.empty();
  }

  /** Only times and numbers are written in a form of their own. */
  private static List<Refused.Reason> forms(Map<Canonical, Rule> rules) {
    List<Refused.Reason> wrong = new ArrayList<>();
    rules.forEach(
        (field, rule) -> {
          if (field != Canonical.TIME
              && rule instanceof Rule.Column(String name, Optional<String> format)
              && format.isPresent()
              && Numerals.of(format.get()).isEmpty()) {
            wrong.add(
                reason(
                    field.word() + "/format",
                    "collect.mapping.numerals",
                    format.get(),
                    String.join(" ", Numerals.words())));
          }
        });
    return wrong;
  }

  private static List<Refused.Reason> missing(Map<Canonical, Rule> rules) {
    List<Refused.Reason> wrong = new ArrayList<>();
    if (!(rules.get(Canonical.TIME) instanceof Rule.Column)) {
      wrong.add(reason("time", "collect.mapping.time"));
    }
    time(rules).ifPresent(wrong::add);
    wrong.addAll(forms(rules));
    boolean amounts =
        rules.containsKey(Canonical.AMOUNT)
            || rules.containsKey(Canonical.UNIT_PRICE) && rules.containsKey(Canonical.QUANTITY);
    boolean orders = !rules.containsKey(Canonical.EVENT) || ordersOnly(rules);
    if (orders && !amounts) {
      wrong.add(reason("amount", "collect.mapping.amount"));
    }
    return wrong;
  }

  private static List<Refused.Reason> missing(Map<Canonical, Rule> rules, Content content) {
    List<Refused.Reason> wrong = new ArrayList<>();
    for (Canonical field : Canonical.values()) {
      if (content.needed().contains(field) && !rules.containsKey(field)) {
        wrong.add(reason(field.word(), "collect.mapping.needed", content.word(), field.word()));
      } else if (rules.containsKey(field) && !content.possible().contains(field)) {
        wrong.add(reason(field.word(), "collect.mapping.other", content.word(), field.word()));
      }
    }
    time(rules).ifPresent(wrong::add);
    return wrong;
  }

  private static Optional<Refused.Reason> time(Map<Canonical, Rule> rules) {
    return rules.get(Canonical.TIME) instanceof Rule.Column time
            && time.format().isPresent()
            && !TimeFormat.valid(time.format().get())
        ? Optional.of(reason("time/format", "collect.mapping.format", time.format().get()))
        : Optional.empty();
  }

  private static boolean ordersOnly(Map<Canonical, Rule> rules) {
    return rules.get(Canonical.EVENT) instanceof Rule.Constant(String name)
        && EventNames.kind(name) == EventKind.ORDER_LINE;
  }

  private static Refused.Reason reason(String field, String key, Object... arguments) {
    return new Refused.Reason("/mapping/" + field, key, List.of(arguments));
  }

  /** The written form. */
  public JsonObject json() {
    var json = Json.object();
    rules.forEach(
        (field, rule) -> {
          var object = Json.object();
          switch (rule) {
            case Rule.Constant(String value) -> object.add("constant", value);
            case Rule.Column(String name, Optional<String> format) -> {
              object.add("column", name);
              format.ifPresent(f -> object.add("format", f));
            }
          }
          json.add(field.word(), object);
        });
    return json.build();
  }
}
