package insight.collect;

import insight.collect.csv.Separator;
import java.util.List;
import java.util.Optional;

/**
 * The first records of a file, as they stand there.
 *
 * @param separator what parts the fields; empty where the kind of file needs none
 * @param header whether the file names its columns; else they are called by their place
 * @param preset the known shape whose columns the file has
 */
public record Preview(
    SourceKind kind,
    String encoding,
    Optional<Separator> separator,
    boolean header,
    List<String> columns,
    List<List<String>> rows,
    Optional<Preset> preset) {
  /** Records that a preview shows. */
  public static final int MOST = 20;

  public Preview {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The values of one column; short rows have an empty one. */
  public List<String> column(int place) {
    return rows.stream().map(row -> place < row.size() ? row.get(place) : "").toList();
  }
}
