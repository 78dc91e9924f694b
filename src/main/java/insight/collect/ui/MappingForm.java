package insight.collect.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.Canonical;
import insight.collect.Content;
import insight.runtime.Json;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mapping of a source that is there: the name of the column for each field. A constant is
 * written with an equals sign in front of it.
 */
final class MappingForm extends Div {
  private static final long serialVersionUID = 1L;

  private final Map<Canonical, TextField> columns = new LinkedHashMap<>();
  private final TextField format = new TextField(Words.of("collect.wizard.format"));

  MappingForm(Content content, JsonObject mapping) {
    addClassName("wizard-fields");
    for (Canonical field : Canonical.values()) {
      if (content.possible().contains(field)) {
        TextField column = new TextField(Words.of("collect.field." + field.word()));
        column.setValue(value(mapping, field));
        columns.put(field, column);
        add(column);
      }
    }
    format.setHelperText(Words.of("collect.wizard.format.help"));
    if (mapping.get("time") instanceof JsonObject time) {
      format.setValue(time.getString("format", ""));
    }
    add(format);
  }

  private static String value(JsonObject mapping, Canonical field) {
    if (!(mapping.get(field.word()) instanceof JsonObject rule)) {
      return "";
    }
    return rule.containsKey("constant")
        ? "=" + rule.getString("constant")
        : rule.getString("column", "");
  }

  JsonObject mapping() {
    JsonObjectBuilder mapping = Json.object();
    columns.forEach(
        (field, column) -> {
          String text = column.getValue().strip();
          if (text.startsWith("=") && text.length() > 1) {
            mapping.add(field.word(), Json.object().add("constant", text.substring(1)));
          } else if (!text.isEmpty()) {
            mapping.add(field.word(), rule(field, text));
          }
        });
    return mapping.build();
  }

  private JsonObjectBuilder rule(Canonical field, String column) {
    JsonObjectBuilder rule = Json.object().add("column", column);
    if (field == Canonical.TIME && !format.getValue().isBlank()) {
      rule.add("format", format.getValue().strip());
    }
    return rule;
  }

  Map<String, HasValidation> fields() {
    Map<String, HasValidation> fields = new LinkedHashMap<>();
    columns.forEach((field, column) -> fields.put("/mapping/" + field.word(), column));
    fields.put("/mapping/time/format", format);
    return fields;
  }
}
