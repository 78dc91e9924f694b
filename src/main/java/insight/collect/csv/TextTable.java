package insight.collect.csv;

import insight.kernel.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Separated values in one file, or in several of one archive. The files of an archive must name the
 * same columns.
 */
public final class TextTable implements Table {
  private final Parts parts;
  private final boolean named;
  private final @Nullable Separator separator;
  private List<String> header;
  private Lines lines;
  private Records records;
  private long bytes;
  private long lastLine;

  /**
   * Opens the file and reads its header.
   *
   * @param fixed the columns, where the file does not name them
   * @param known what parts the fields; null: the header tells
   * @throws Refused when the file is empty, or is no text
   */
  public static TextTable open(Path file, Optional<List<String>> fixed, @Nullable Separator known)
      throws IOException {
    Parts parts = Parts.of(file);
    try {
      return new TextTable(parts, fixed, known);
    } catch (IOException | Refused e) {
      parts.close();
      throw e;
    }
  }

  private TextTable(Parts parts, Optional<List<String>> fixed, @Nullable Separator known)
      throws IOException {
    this.parts = parts;
    this.named = fixed.isEmpty();
    this.separator = known;
    this.lines = parts.next().orElseThrow(() -> Refused.unprocessable("collect.import.empty"));
    this.header = fixed.orElse(List.of());
    this.records = begin();
    while (header.isEmpty()) {
      // a file of an archive that holds nothing
      this.lines = parts.next().orElseThrow(this::nothing);
      this.records = begin();
    }
  }

  private Refused nothing() {
    return Refused.unprocessable(lines.cut() ? "collect.import.cutAtOnce" : "collect.import.empty");
  }

  /** Passes the file's header. */
  private Records begin() throws IOException {
    Separator parted = separator == null ? Separator.COMMA : separator;
    if (named) {
      Optional<String> first = firstLine();
      if (first.isPresent()) {
        parted = separator == null ? Separator.of(first.get()) : separator;
        List<String> names =
            parted
                .fields(first.get())
                .orElseThrow(() -> Refused.unprocessable("collect.import.header"));
        if (!header.isEmpty() && !header.equals(names)) {
          throw Refused.unprocessable(
              "collect.import.otherColumns", lines.number(), String.join(", ", header));
        }
        header = names;
      }
    }
    return new Records(lines, parted, header.size());
  }

  private Optional<String> firstLine() throws IOException {
    while (lines.next()) {
      if (!lines.text().isBlank()) {
        return Optional.of(lines.text());
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Optional<Records.Found> next() throws IOException {
    while (true) {
      Optional<Records.Found> found = records.next();
      if (found.isPresent()) {
        lastLine = records.lastLine();
        return found;
      }
      Optional<Lines> more = lines.cut() ? Optional.empty() : parts.next();
      if (more.isEmpty()) {
        return found;
      }
      bytes = lines.bytes();
      lines = more.get();
      records = begin();
    }
  }

  @Override
  public long lastLine() {
    return lastLine;
  }

  @Override
  public long bytes() {
    return Math.max(bytes, lines.bytes());
  }

  @Override
  public String encoding() {
    return lines.encoding();
  }

  @Override
  public boolean cut() {
    return lines.cut();
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
