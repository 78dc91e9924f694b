package insight.learn.tabular;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import java.util.ArrayList;
import java.util.List;

/** The features of a table, in order. A model serves only tables with the columns it learned. */
public record Columns(List<Column> all) {
  public Columns {
    all = List.copyOf(all);
    if (all.stream().map(Column::name).distinct().count() != all.size()) {
      throw new IllegalArgumentException("two columns have the same name");
    }
  }

  public int size() {
    return all.size();
  }

  public Column at(int place) {
    return all.get(place);
  }

  public List<String> names() {
    return all.stream().map(Column::name).toList();
  }

  /** Refuses a table with other columns than these. */
  void require(Columns others) {
    if (!equals(others)) {
      throw new IllegalArgumentException("learned " + names() + ", given " + others.names());
    }
  }

  void write(ModelWriter file) {
    file.whole(all.size());
    for (Column column : all) {
      file.text(column.name()).texts(column.levels());
    }
  }

  static Columns read(ModelReader file) {
    int size = file.whole();
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String name = file.text();
      List<String> levels = file.texts();
      all.add(levels.isEmpty() ? Column.numeric(name) : Column.category(name, levels));
    }
    ModelReader.require(
        all.stream().map(Column::name).distinct().count() == all.size(), "a column comes twice");
    return new Columns(all);
  }
}
