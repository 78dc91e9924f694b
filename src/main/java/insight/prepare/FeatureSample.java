package insight.prepare;

import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Column;
import insight.prepare.feature.Feature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * All features of some people of a snapshot: of everybody where there are at most {@value #MOST},
 * else of those whose hashed key comes first. The same people are in the samples of all snapshots
 * that hold them.
 */
final class FeatureSample {
  static final int MOST = 20_000;

  private final Map<String, Column> columns;
  private final int size;

  private FeatureSample(Map<String, Column> columns, int size) {
    this.columns = columns;
    this.size = size;
  }

  int size() {
    return size;
  }

  Column column(Feature feature) {
    Column column = columns.get(feature.id());
    if (column == null) {
      throw new IllegalArgumentException("no feature " + feature.id());
    }
    return column;
  }

  static FeatureSample of(Handle h, long snapshot) {
    List<Feature> all = Catalogue.all();
    String sql =
        all.stream().map(Feature::column).collect(Collectors.joining(", ", "select ", ""))
            + """
             from pr_feature_row where snapshot_id = :id
            order by hashint8(person), person limit :most""";
    return h.createQuery(sql)
        .bind("id", snapshot)
        .bind("most", MOST)
        .setFetchSize(Snapshots.FETCH)
        .scanResultSet(
            (rows, context) -> {
              try (context) {
                return read(all, rows.get());
              }
            });
  }

  private static FeatureSample read(List<Feature> all, ResultSet rows) throws SQLException {
    double[][] numbers = new double[all.size()][MOST];
    List<List<String>> words =
        all.stream().map(f -> (List<String>) new ArrayList<String>()).toList();
    int n = 0;
    while (rows.next()) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).measure().numeric()) {
          double value = rows.getDouble(i + 1);
          numbers[i][n] = rows.wasNull() ? Double.NaN : value;
        } else {
          String word = rows.getString(i + 1);
          words.get(i).add(word == null ? "" : word);
        }
      }
      n++;
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Column column =
          all.get(i).measure().numeric()
              ? new Column.Numbers(Arrays.copyOf(numbers[i], n))
              : new Column.Words(List.copyOf(words.get(i)));
      columns.put(all.get(i).id(), column);
    }
    return new FeatureSample(columns, n);
  }
}
