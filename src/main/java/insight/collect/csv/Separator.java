package insight.collect.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** What parts the fields of a record, and how they are told apart. */
public enum Separator {
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  /** Runs of blanks, no quotes. */
  BLANKS(' ');

  private final char sign;

  Separator(char sign) {
    this.sign = sign;
  }

  /** The one that parts this line into most fields. */
  public static Separator of(String header) {
    Separator best = COMMA;
    for (Separator candidate : List.of(SEMICOLON, TAB)) {
      if (candidate.count(header) > best.count(header)) {
        best = candidate;
      }
    }
    return best;
  }

  private int count(String line) {
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      count += !quoted && line.charAt(i) == sign ? 1 : 0;
    }
    return count;
  }

  /** How a record fell apart. */
  sealed interface Parts {
    record Whole(String[] fields) implements Parts {}

    /** A quoted field goes on in the next line. */
    record Open() implements Parts {}

    /** After a closing quote comes something that is no separator. */
    record Odd() implements Parts {}
  }

  /** The fields of a record that takes one line; empty when its quotes are broken. */
  public Optional<List<String>> fields(String line) {
    return split(line, 8) instanceof Parts.Whole(String[] fields)
        ? Optional.of(List.of(fields))
        : Optional.empty();
  }

  Parts split(String record, int expected) {
    if (this == BLANKS) {
      return new Parts.Whole(blanks(record));
    }
    return record.indexOf('"') < 0 ? plain(record, expected) : quoted(record, expected);
  }

  private static String[] blanks(String record) {
    List<String> fields = new ArrayList<>(8);
    StringTokenizer words = new StringTokenizer(record);
    while (words.hasMoreTokens()) {
      fields.add(words.nextToken());
    }
    return fields.toArray(String[]::new);
  }

  private Parts plain(String record, int expected) {
    List<String> fields = new ArrayList<>(expected);
    int from = 0;
    for (int to = record.indexOf(sign); to >= 0; to = record.indexOf(sign, from)) {
      fields.add(record.substring(from, to));
      from = to + 1;
    }
    fields.add(record.substring(from));
    return new Parts.Whole(fields.toArray(String[]::new));
  }

  /** RFC 4180; a quote inside an unquoted field is a sign like any other. */
  private Parts quoted(String record, int expected) {
    List<String> fields = new ArrayList<>(expected);
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (true) {
      if (at < record.length() && record.charAt(at) == '"') {
        int closed = unquote(record, at + 1, text);
        if (closed < 0) {
          return new Parts.Open();
        }
        fields.add(text.toString());
        text.setLength(0);
        at = closed;
        if (at < record.length() && record.charAt(at) != sign) {
          return new Parts.Odd();
        }
      } else {
        int to = record.indexOf(sign, at);
        fields.add(record.substring(at, to < 0 ? record.length() : to));
        at = to < 0 ? record.length() : to;
      }
      if (at == record.length()) {
        return new Parts.Whole(fields.toArray(String[]::new));
      }
      at++;
    }
  }

  /** Reads to the closing quote; the place behind it, or -1 when there is none. */
  private static int unquote(String record, int from, StringBuilder into) {
    int at = from;
    while (true) {
      int quote = record.indexOf('"', at);
      if (quote < 0) {
        return -1;
      }
      into.append(record, at, quote);
      if (quote + 1 < record.length() && record.charAt(quote + 1) == '"') {
        into.append('"');
        at = quote + 2;
      } else {
        return quote + 1;
      }
    }
  }
}
