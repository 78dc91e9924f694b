package insight.learn.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sessions of a real shop and whether they ended in a purchase (Sakar et al. 2019). */
public final class Shoppers {
  private static final Path FILE =
      Path.of(
          System.getProperty("insight.data", "../shared/data"),
          "online-shoppers",
          "online_shoppers_intention.open.csv");
  private static final int NUMBERS = 10;

  private Shoppers() {}

  public static boolean present() {
    return Files.exists(FILE);
  }

  public static Table table() {
    try {
      List<String> lines = Files.readAllLines(FILE);
      return table(lines.getFirst().split(";", -1), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table table(String[] names, List<String> lines) {
    int width = names.length - 1;
    List<String[]> rows = lines.stream().map(line -> line.split(";", -1)).toList();
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      columns.add(c < NUMBERS ? Column.numeric(names[c]) : category(names[c], c, rows));
    }
    float[] values = new float[rows.size() * width];
    double[] target = new double[rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < width; c++) {
        String text = rows.get(r)[c];
        Column column = columns.get(c);
        values[r * width + c] =
            column.isCategory() ? column.levels().indexOf(text) : Float.parseFloat(text);
      }
      target[r] = rows.get(r)[width].equals("TRUE") ? 1 : 0;
    }
    return Table.of(new Columns(columns), values, target);
  }

  private static Column category(String name, int column, List<String[]> rows) {
    return Column.category(
        name, rows.stream().map(row -> row[column]).distinct().sorted().toList());
  }
}
