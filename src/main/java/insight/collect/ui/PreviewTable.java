package insight.collect.ui;

import com.vaadin.flow.component.Component;
import insight.collect.Preview;
import insight.shell.part.Card;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.List;

/** The first records of a file, as they stand there. */
final class PreviewTable {
  private static final int LONGEST = 60;

  private PreviewTable() {}

  static Component of(Preview preview) {
    Table table = new Table(Words.of("collect.wizard.preview"));
    preview.columns().forEach(table::column);
    for (List<String> row : preview.rows()) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < preview.columns().size(); i++) {
        cells.add(i < row.size() ? brief(row.get(i)) : "");
      }
      table.row(cells.toArray());
    }
    return new Card(Words.of("collect.wizard.preview"))
        .aside(Words.of("collect.wizard.preview.n", preview.rows().size()))
        .flush(table);
  }

  private static String brief(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }
}
