package insight.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a source delivers. */
public enum SourceKind {
  /** Files of separated values, uploaded or laid into the import folder. */
  CSV(true),
  /** Workbooks, of which one sheet is read. */
  EXCEL(true),
  /** Files with one message in Segment's format a line. */
  JSONL(true),
  /** What a query finds in a PostgreSQL database. */
  JDBC(true),
  /** The messages of a topic. */
  KAFKA(true),
  /** Messages over HTTP as they happen, with a write key. */
  TRACKING(true),
  /** What people say on the portal's own pages; built in. */
  PORTAL(false);

  private final boolean creatable;

  SourceKind(boolean creatable) {
    this.creatable = creatable;
  }

  /** Whether people can make sources of this kind today. */
  public boolean creatable() {
    return creatable;
  }

  /** Whether it delivers by files. */
  public boolean files() {
    return this == CSV || this == JSONL || this == EXCEL;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SourceKind> of(String word) {
    return Stream.of(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).filter(k -> k != PORTAL).map(SourceKind::word).toList();
  }
}
