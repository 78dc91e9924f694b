package insight.collect.csv;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The records of a file of separated values. A quote that is never closed costs its own line and no
 * more: when no end is found within {@link #MOST_LINES} lines, that line is broken and reading goes
 * on with the next. That is why we put lines together ourselves: a CSV library given the whole
 * stream would take the rest of the file for one field.
 */
public final class Records {
  /** Lines that one record may take. */
  static final int MOST_LINES = 20;

  private final Lines lines;
  private final Separator separator;
  private final int columns;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private long lastLine;

  private record Line(long number, String text, boolean tooLong) {}

  /** A record as it was found. */
  public sealed interface Found {
    /** Number of the line it begins in. */
    long line();

    record Fields(long line, String[] fields) implements Found {}

    /**
     * @param start the beginning of the line
     */
    record Broken(long line, Fault fault, String start) implements Found {}
  }

  /** What can be wrong with a line as a whole. */
  public enum Fault {
    UNCLOSED_QUOTE,
    STRAY_QUOTE,
    TOO_LONG,
    NUL
  }

  /**
   * @param columns how many fields a record should have
   */
  public Records(Lines lines, Separator separator, int columns) {
    this.lines = lines;
    this.separator = separator;
    this.columns = columns;
  }

  /** The next record; blank lines are passed over. Empty at the end. */
  public Optional<Found> next() throws IOException {
    Optional<Line> first = line();
    while (first.isPresent() && first.get().text().isBlank() && !first.get().tooLong()) {
      first = line();
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Line line = first.get();
    lastLine = line.number();
    if (line.tooLong()) {
      return Optional.of(broken(line, Fault.TOO_LONG));
    }
    if (line.text().indexOf('\0') >= 0) {
      return Optional.of(broken(line, Fault.NUL));
    }
    return Optional.of(
        switch (separator.split(line.text(), columns)) {
          case Separator.Parts.Whole(String[] fields) -> new Found.Fields(line.number(), fields);
          case Separator.Parts.Odd() -> broken(line, Fault.STRAY_QUOTE);
          case Separator.Parts.Open() -> several(line);
        });
  }

  /** Looks for the end of a quoted field in the lines below. */
  private Found several(Line first) throws IOException {
    List<Line> taken = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text());
    while (taken.size() < MOST_LINES - 1) {
      Optional<Line> more = line();
      if (more.isEmpty()) {
        break;
      }
      taken.add(more.get());
      text.append('\n').append(more.get().text());
      if (more.get().tooLong() || text.length() > Lines.LONGEST || text.indexOf("\0") >= 0) {
        break;
      }
      Separator.Parts parts = separator.split(text.toString(), columns);
      if (parts instanceof Separator.Parts.Whole(String[] fields) && fields.length == columns) {
        lastLine = more.get().number();
        return new Found.Fields(first.number(), fields);
      }
      if (!(parts instanceof Separator.Parts.Open)) {
        break;
      }
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      ahead.addFirst(taken.get(i));
    }
    return broken(first, Fault.UNCLOSED_QUOTE);
  }

  private static Found broken(Line line, Fault fault) {
    return new Found.Broken(line.number(), fault, line.text());
  }

  private Optional<Line> line() throws IOException {
    if (!ahead.isEmpty()) {
      return Optional.of(ahead.removeFirst());
    }
    return lines.next()
        ? Optional.of(new Line(lines.number(), lines.text(), lines.tooLong()))
        : Optional.empty();
  }

  /** The last line of the newest record. */
  public long lastLine() {
    return lastLine;
  }
}
