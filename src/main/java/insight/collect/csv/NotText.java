package insight.collect.csv;

import java.io.IOException;

/** The file is of another kind; the message says which. */
public final class NotText extends IOException {
  private static final long serialVersionUID = 1L;

  /** What it looks like. */
  public enum Kind {
    EXCEL,
    /** The binary format before Excel 2007. */
    OLD_EXCEL,
    PDF,
    IMAGE,
    BINARY
  }

  private final Kind kind;

  NotText(Kind kind) {
    super("not a text file: " + kind);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
