package insight.collect.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.Connections;
import insight.collect.Preview;
import insight.collect.SourceKind;
import insight.kernel.Refused;
import insight.runtime.Json;
import insight.shell.part.Buttons;
import insight.shell.part.Columns;
import insight.shell.part.Note;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How a database or a topic is reached. The password stays in the page until the source is made: a
 * draft never holds it.
 */
final class ConnectionPart implements WizardPart {
  private final SourceKind kind;
  private final JsonObject before;
  private final BiFunction<JsonObject, Optional<String>, Connections.Answer> test;
  private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();
  private final PasswordField password = new PasswordField(Words.of("collect.connect.password"));
  private final Div answer = new Div();

  /**
   * @param settings the draft's
   * @param kept the password typed before
   */
  ConnectionPart(
      SourceKind kind,
      JsonObject settings,
      Optional<String> kept,
      BiFunction<JsonObject, Optional<String>, Connections.Answer> test) {
    this.kind = kind;
    this.test = test;
    this.before =
        settings.get("settings") instanceof JsonObject object
            ? object
            : JsonObject.EMPTY_JSON_OBJECT;
    password.setValue(kept.orElse(""));
    password.setHelperText(Words.of("collect.connect.password.help"));
    answer.getElement().setAttribute("role", "status");
  }

  @Override
  public Component show() {
    if (kind == SourceKind.JDBC) {
      text("host", "localhost");
      text("port", "5432");
      text("database", "");
      text("user", "");
      choice("tls", List.of("require", "verify-full", "off"));
      text("column", "");
      query();
    } else {
      text("servers", "");
      text("topic", "");
      text("group", "");
      choice("format", List.of("segment", "json"));
      choice("start", List.of("earliest", "latest"));
      choice("security", List.of("plaintext", "ssl", "sasl-ssl"));
      text("user", "");
    }
    Div form = new Div(fields.values().toArray(Component[]::new));
    form.addComponentAtIndex(Math.min(4, fields.size()), password);
    form.addClassName("wizard-fields");
    return Columns.stack(
        form, Buttons.plain(Words.of("collect.connect.test"), this::tryIt), answer);
  }

  private String stood(String name, String usual) {
    return before.containsKey(name)
        ? before.get(name) instanceof jakarta.json.JsonString s
            ? s.getString()
            : before.get(name).toString()
        : usual;
  }

  private void text(String name, String usual) {
    TextField field = new TextField(Words.of("collect.connect." + name));
    field.setValue(stood(name, usual));
    fields.put(name, field);
  }

  private void query() {
    TextArea field = new TextArea(Words.of("collect.connect.query"));
    field.setValue(stood("query", ""));
    field.setHelperText(Words.of("collect.connect.query.help"));
    fields.put("query", field);
  }

  private void choice(String name, List<String> items) {
    Select<String> field = new Select<>();
    field.setLabel(Words.of("collect.connect." + name));
    field.setItems(items);
    field.setItemLabelGenerator(i -> Words.of("collect.connect." + name + "." + i));
    field.setValue(stood(name, items.getFirst()));
    fields.put(name, field);
  }

  Optional<String> password() {
    return Optional.of(password.getValue()).filter(p -> !p.isEmpty());
  }

  private void tryIt() {
    answer.removeAll();
    fields().values().forEach(field -> field.setInvalid(false));
    try {
      Connections.Answer said = test.apply(read(JsonObject.EMPTY_JSON_OBJECT), password());
      answer.add(new Note(said.ok() ? Tone.GOOD : Tone.BAD, said.words().in(Words.locale())));
      if (!said.rows().isEmpty()) {
        answer.add(PreviewTable.of(preview(kind, said)));
      }
    } catch (Refused refused) {
      complain(refused.reasons())
          .forEach(r -> answer.add(new Note(Tone.BAD, r.in(Words.locale()))));
    }
  }

  static Preview preview(SourceKind kind, Connections.Answer said) {
    return new Preview(
        kind, "UTF-8", Optional.empty(), true, said.columns(), said.rows(), Optional.empty());
  }

  @Override
  public JsonObject read(JsonObject settings) {
    JsonObjectBuilder connection = Json.object();
    fields.forEach(
        (name, field) -> {
          String value = field.getValue() == null ? "" : field.getValue().strip();
          if (name.equals("port") && value.matches("\\d{1,9}")) {
            connection.add(name, Integer.parseInt(value));
          } else if (!value.isEmpty()) {
            connection.add(name, value);
          }
        });
    return Json.object(settings).add("settings", connection).build();
  }

  @Override
  public Map<String, HasValidation> fields() {
    Map<String, HasValidation> all = new LinkedHashMap<>();
    fields.forEach((name, field) -> all.put("/settings/" + name, (HasValidation) field));
    all.put("/settings/password", password);
    return all;
  }

  @Override
  public boolean answersFor(String pointer) {
    return pointer.startsWith("/settings");
  }
}
