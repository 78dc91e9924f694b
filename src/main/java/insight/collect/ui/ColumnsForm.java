package insight.collect.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import insight.runtime.Json;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which column of a shop's own file holds what; empty fields are left out. */
final class ColumnsForm extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> FIELDS =
      List.of(
          "customer",
          "order",
          "product",
          "productName",
          "category",
          "quantity",
          "unitPrice",
          "amount",
          "country");

  private final TextField time = field("time");
  private final TextField format = field("format");
  private final Map<String, TextField> columns = new LinkedHashMap<>();

  ColumnsForm() {
    addClassName("pick");
    setWidthFull();
    format.setValue("yyyy-MM-dd HH:mm:ss");
    time.setRequiredIndicatorVisible(true);
    add(time, format);
    for (String name : FIELDS) {
      TextField field = field(name);
      columns.put(name, field);
      add(field);
    }
  }

  private static TextField field(String name) {
    TextField field = new TextField(Words.of("collect.ui.column." + name));
    field.setWidthFull();
    return field;
  }

  /** The fields by the pointers under which a mapping is refused. */
  Map<String, HasValidation> fields() {
    Map<String, HasValidation> fields = new LinkedHashMap<>();
    fields.put("/mapping", time);
    fields.put("/mapping/time", time);
    fields.put("/mapping/time/format", format);
    columns.forEach((name, field) -> fields.put("/mapping/" + name, field));
    return fields;
  }

  /** The mapping in the contract's form. */
  JsonObject mapping() {
    Map<String, String> filled = new LinkedHashMap<>();
    columns.forEach((name, field) -> filled.put(name, field.getValue()));
    return mapping(time.getValue(), format.getValue(), filled);
  }

  static JsonObject mapping(String time, String format, Map<String, String> columns) {
    JsonObjectBuilder mapping = Json.object();
    if (!time.isBlank()) {
      JsonObjectBuilder when = Json.object().add("column", time.strip());
      if (!format.isBlank()) {
        when.add("format", format.strip());
      }
      mapping.add("time", when);
    }
    columns.forEach(
        (name, column) -> {
          if (!column.isBlank()) {
            mapping.add(name, column.strip());
          }
        });
    return mapping.build();
  }
}
