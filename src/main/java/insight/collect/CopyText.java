package insight.collect;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's text format of COPY: tabs between columns, {@code \N} for null. */
final class CopyText {
  private static final int CHUNK = 64 * 1024;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder(CHUNK + 4096);
  private boolean first = true;

  CopyText(OutputStream out) {
    this.out = out;
  }

  /** A value that needs no escaping: numbers, times, codes. Null is written as such. */
  CopyText plain(@Nullable Object value) {
    separate();
    if (value == null) {
      text.append("\\N");
    } else {
      text.append(value);
    }
    return this;
  }

  CopyText number(long value) {
    separate();
    text.append(value);
    return this;
  }

  /** Any text; what COPY would take for its own signs is escaped. */
  CopyText text(@Nullable String value) {
    separate();
    if (value == null) {
      text.append("\\N");
      return this;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return this;
  }

  CopyText bytes(byte @Nullable [] value) {
    return plain(value == null ? null : "\\\\x" + HexFormat.of().formatHex(value));
  }

  CopyText endRow() throws IOException {
    text.append('\n');
    first = true;
    if (text.length() >= CHUNK) {
      flush();
    }
    return this;
  }

  void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  private void separate() {
    if (first) {
      first = false;
    } else {
      text.append('\t');
    }
  }
}
