package insight.collect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a column writes its numbers; named by one so written. */
enum Numerals {
  POINT("1,234.56", ',', '.'),
  COMMA("1.234,56", '.', ',');

  private final String word;
  private final char groups;
  private final char decimal;

  Numerals(String word, char groups, char decimal) {
    this.word = word;
    this.groups = groups;
    this.decimal = decimal;
  }

  String word() {
    return word;
  }

  static Optional<Numerals> of(String word) {
    return Stream.of(values()).filter(n -> n.word.equals(word.strip())).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(Numerals::word).toList();
  }

  /** The number as Java reads it: groups left out, a point before the decimals. */
  String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == decimal) {
        plain.append('.');
      } else if (c != groups && c != ' ' && c != '\u00a0' && c != '\u202f' && c != '\'') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
