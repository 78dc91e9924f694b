package insight.collect;

import insight.collect.csv.Separator;
import insight.collect.csv.SheetTable;
import insight.collect.csv.Table;
import insight.collect.csv.TextTable;
import insight.kernel.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a delivered file as the kind of table that its source delivers. */
final class Tables {
  private Tables() {}

  /**
   * The file's table; its header was read.
   *
   * @throws Refused when the file is empty or cannot be read
   * @throws insight.collect.csv.NotText when it is of another kind
   */
  static Table open(Path file, Source source) throws IOException {
    if (source.kind() == SourceKind.EXCEL) {
      return SheetTable.open(file, source.sheet());
    }
    if (source.kind() == SourceKind.JDBC) {
      return TextTable.open(file, Optional.empty(), Separator.COMMA);
    }
    boolean blanks = source.preset().map(Preset::blanks).orElse(false);
    return TextTable.open(
        file, source.preset().flatMap(Preset::columns), blanks ? Separator.BLANKS : null);
  }
}
