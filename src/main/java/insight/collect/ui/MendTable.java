package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import insight.collect.Mending;
import insight.kernel.Numbers;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rejected lines as rows whose cells can be mended; the cell that was refused says why. Where the
 * line as a whole is the trouble, the reason stands with the line.
 */
final class MendTable extends Div {
  private static final long serialVersionUID = 1L;

  private final Map<Long, Map<String, TextField>> cells = new LinkedHashMap<>();
  private final Map<Long, Map<String, String>> before = new LinkedHashMap<>();

  MendTable(List<Mending.Broken> lines) {
    Set<String> columns = new LinkedHashSet<>();
    lines.forEach(line -> columns.addAll(line.columns()));
    Table table = new Table(Words.of("collect.mend.title")).column(Words.of("collect.mend.line"));
    columns.forEach(table::column);
    for (Mending.Broken line : lines) {
      List<Object> row = new ArrayList<>();
      row.add(head(line));
      for (String column : columns) {
        int place = line.columns().indexOf(column);
        row.add(place < 0 ? "" : cell(line, column, line.values().get(place)));
      }
      table.row(row.toArray());
    }
    addClassName("mend");
    add(table);
  }

  private static Component head(Mending.Broken line) {
    String number = Numbers.whole(line.line(), Words.locale());
    return line.columns().contains(line.column())
        ? new Span(number)
        : Table.twoLines(new Span(number), line.reason().in(Words.locale()));
  }

  private TextField cell(Mending.Broken line, String column, String value) {
    TextField field = new TextField();
    field.addThemeVariants(TextFieldVariant.LUMO_SMALL);
    field.setValue(value);
    field.setAriaLabel(
        Words.of("collect.mend.cell", column, Numbers.whole(line.line(), Words.locale())));
    if (column.equals(line.column())) {
      field.setErrorMessage(
          Suggestion.of(line.reason().key(), value)
              .map(
                  meant ->
                      line.reason().in(Words.locale())
                          + Words.of("collect.ui.gap")
                          + Words.of("collect.ui.meant", meant))
              .orElse(line.reason().in(Words.locale())));
      field.setManualValidation(true);
      field.setInvalid(true);
      field.addValueChangeListener(e -> field.setInvalid(false));
    }
    cells.computeIfAbsent(line.line(), l -> new LinkedHashMap<>()).put(column, field);
    before.computeIfAbsent(line.line(), l -> new LinkedHashMap<>()).put(column, value);
    return field;
  }

  /** The lines in which something was changed, with all that was changed in them. */
  Map<Long, Map<String, String>> changes() {
    Map<Long, Map<String, String>> changes = new LinkedHashMap<>();
    cells.forEach(
        (line, fields) ->
            fields.forEach(
                (column, field) -> {
                  Map<String, String> stood = before.getOrDefault(line, Map.of());
                  if (!field.getValue().equals(stood.get(column))) {
                    changes
                        .computeIfAbsent(line, l -> new LinkedHashMap<>())
                        .put(column, field.getValue());
                  }
                }));
    return changes;
  }
}
