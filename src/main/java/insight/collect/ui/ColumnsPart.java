package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.Canonical;
import insight.collect.Content;
import insight.collect.Preview;
import insight.collect.guess.ColumnGuess;
import insight.collect.guess.Guess;
import insight.collect.guess.Guesses;
import insight.collect.guess.Why;
import insight.kernel.Refused;
import insight.runtime.Json;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Note;
import insight.shell.part.Table;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which column holds what: the guess with its reasons, to be changed by the person who knows. */
final class ColumnsPart implements WizardPart {
  private static final String NOTHING = "";
  private static final String DECIMAL_COMMA = "1.234,56";

  /** The fields whose numbers the guess looked at. */
  private static final Set<String> AMOUNTS = Set.of("unitPrice", "amount");

  private final Preview preview;
  private final Guess guess;
  private final JsonObject mapping;
  private final Content content;
  private final Map<String, Select<String>> fields = new LinkedHashMap<>();
  private final TextField format = new TextField(Words.of("collect.wizard.format"));
  private final EventChoice event;
  private final TextField quantity = new TextField(Words.of("collect.wizard.quantity"));
  private final Div troubles = new Div();

  /**
   * @param mapping what was chosen before; empty: the guess holds
   */
  ColumnsPart(Preview preview, JsonObject mapping, Content content) {
    this.content = content;
    this.preview = preview;
    this.guess = Guesses.of(preview);
    this.mapping = mapping;
    this.event = new EventChoice(constant("event"));
  }

  @Override
  public Component show() {
    Table table =
        new Table(Words.of("collect.wizard.columns"))
            .column(Words.of("collect.ui.column"))
            .optional(Words.of("collect.ui.examples"))
            .column(Words.of("collect.wizard.field"))
            .optional(Words.of("collect.wizard.why"));
    Map<String, String> chosen = chosen();
    for (int i = 0; i < guess.columns().size(); i++) {
      ColumnGuess column = guess.columns().get(i);
      Select<String> field = select(column, chosen.getOrDefault(column.column(), NOTHING));
      fields.put(column.column(), field);
      table.row(name(column), examples(i), field, why(column));
    }
    List<Component> parts = new ArrayList<>();
    parts.add(troubles);
    guess.notes().forEach(n -> parts.add(new Note(Tone.WARNING, n.in(Words.locale()))));
    parts.add(new Card(Words.of("collect.wizard.columns")).flush(table));
    parts.add(constants());
    return Columns.stack(parts.toArray(Component[]::new));
  }

  /** A narrow screen leaves the reasons out, so a doubt stands with the name. */
  private static Component name(ColumnGuess column) {
    Span name = new Span(column.column());
    return column.doubt() ? Table.twoLines(name, Words.of("collect.wizard.doubt")) : name;
  }

  /** Column to field: what was chosen before, else what is guessed. */
  private Map<String, String> chosen() {
    Map<String, String> chosen = new HashMap<>();
    if (mapping.isEmpty()) {
      guess
          .columns()
          .forEach(c -> c.field().ifPresent(field -> chosen.put(c.column(), field.word())));
    }
    mapping.forEach(
        (field, rule) -> {
          if (rule instanceof JsonString name) {
            chosen.put(name.getString(), field);
          } else if (rule instanceof JsonObject object && object.containsKey("column")) {
            chosen.put(object.getString("column"), field);
          }
        });
    return chosen;
  }

  private Optional<String> constant(String field) {
    return mapping.get(field) instanceof JsonObject rule && rule.containsKey("constant")
        ? Optional.of(rule.getString("constant"))
        : Optional.empty();
  }

  private Select<String> select(ColumnGuess column, String value) {
    Select<String> field = new Select<>();
    List<String> words = new ArrayList<>();
    words.add(NOTHING);
    for (Canonical canonical : Canonical.values()) {
      if (content.possible().contains(canonical)) {
        words.add(canonical.word());
      }
    }
    field.setItems(words);
    field.setItemLabelGenerator(ColumnsPart::label);
    field.setValue(words.contains(value) ? value : NOTHING);
    field.setWidthFull();
    field.setAriaLabel(Words.of("collect.wizard.field.of", column.column()));
    return field;
  }

  private static String label(String word) {
    return word.isEmpty() ? Words.of("collect.wizard.leaveOut") : Words.of("collect.field." + word);
  }

  private String examples(int place) {
    return preview.column(place).stream()
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .distinct()
        .limit(3)
        .map(v -> v.length() > 30 ? v.substring(0, 30) + "…" : v)
        .collect(Collectors.joining(" · "));
  }

  private static Component why(ColumnGuess column) {
    Div why = new Div();
    if (column.doubt()) {
      why.add(Badge.warning(Words.of("collect.wizard.doubt")), new Span(" "));
    }
    why.add(
        new Span(
            column.why().stream()
                .map((Why w) -> w.in(Words.locale()))
                .collect(Collectors.joining(Words.of("collect.ui.gap")))));
    why.addClassName("why");
    return why;
  }

  private Component constants() {
    format.setValue(
        mapping.get("time") instanceof JsonObject time
            ? time.getString("format", "")
            : guess.of(Canonical.TIME).flatMap(ColumnGuess::format).orElse(""));
    format.setHelperText(Words.of("collect.wizard.format.help"));
    quantity.setValue(
        constant("quantity").orElse(guess.constants().getOrDefault(Canonical.QUANTITY, "")));
    quantity.setHelperText(Words.of("collect.wizard.quantity.help"));
    Div fields =
        content == Content.EVENTS ? new Div(event.field(), format, quantity) : new Div(format);
    fields.addClassName("wizard-fields");
    return new Card(Words.of("collect.wizard.constants"))
        .say(Words.of("collect.wizard.constants.say"))
        .body(fields);
  }

  @Override
  public JsonObject read(JsonObject settings) {
    JsonObjectBuilder json = Json.object();
    Map<String, String> columns = new LinkedHashMap<>();
    fields.forEach(
        (column, field) -> {
          if (!field.getValue().isEmpty()) {
            columns.putIfAbsent(field.getValue(), column);
          }
        });
    columns.forEach(
        (field, column) -> {
          JsonObjectBuilder rule = Json.object().add("column", column);
          if (field.equals("time") && !format.getValue().isBlank()) {
            rule.add("format", format.getValue().strip());
          } else if (guess.decimalComma() && AMOUNTS.contains(field)) {
            rule.add("format", DECIMAL_COMMA);
          }
          json.add(field, rule);
        });
    if (content == Content.EVENTS && !columns.containsKey("event")) {
      json.add("event", Json.object().add("constant", event.value()));
    }
    if (content == Content.EVENTS
        && !columns.containsKey("quantity")
        && !quantity.getValue().isBlank()) {
      json.add("quantity", Json.object().add("constant", quantity.getValue().strip()));
    }
    return Json.object(settings).add("mapping", json).build();
  }

  @Override
  public Map<String, HasValidation> fields() {
    return Map.of("/mapping/time/format", format, "/mapping/quantity", quantity);
  }

  @Override
  public boolean answersFor(String pointer) {
    return pointer.startsWith("/mapping");
  }

  /** Columns chosen twice, and what the mapping lacks. */
  @Override
  public List<Refused.Reason> complain(List<Refused.Reason> reasons) {
    List<Refused.Reason> left = new ArrayList<>(WizardPart.super.complain(reasons));
    Map<String, Long> times =
        fields.values().stream()
            .map(Select::getValue)
            .filter(v -> !v.isEmpty())
            .collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    fields
        .values()
        .forEach(
            field -> {
              boolean twice = times.getOrDefault(field.getValue(), 0L) > 1;
              field.setErrorMessage(Words.of("collect.wizard.twice"));
              field.setInvalid(twice);
            });
    times.forEach(
        (field, n) -> {
          if (n > 1) {
            left.add(
                new Refused.Reason(
                    "/mapping", "collect.wizard.twice.which", List.of(label(field))));
          }
        });
    return left;
  }

  /** The mapping of a draft; empty when there is none yet. */
  static JsonObject mapping(JsonObject settings) {
    return settings.get("mapping") instanceof JsonObject object
        ? object
        : JsonValue.EMPTY_JSON_OBJECT;
  }
}
