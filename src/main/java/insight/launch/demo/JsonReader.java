package insight.launch.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value (RFC 8259) into maps, lists, strings, {@link BigDecimal}s and booleans. A
 * name whose value is null is left out.
 */
final class JsonReader {
  private static final Object NULL = new Object();
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException when the text is not JSON
   */
  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.wrong("more text");
    }
    return value;
  }

  private Object value() {
    blanks();
    if (++depth > DEEPEST) {
      throw wrong("nested too deeply");
    }
    Object value =
        switch (peek()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          default -> word();
        };
    depth--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    while (more('}', object.isEmpty())) {
      String name = string();
      expect(':');
      Object value = value();
      if (value != NULL) {
        object.put(name, value);
      }
    }
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    at++;
    while (more(']', array.isEmpty())) {
      array.add(value());
    }
    return array;
  }

  /** Steps over the comma before the next part, or over the end. */
  private boolean more(char closer, boolean first) {
    blanks();
    if (peek() == closer) {
      at++;
      return false;
    }
    if (!first && peek() == ',') {
      at++;
      blanks();
    }
    return true;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      string.append(c == '\\' ? escaped() : c);
    }
    return string.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> (char) Integer.parseInt(take(4), 16);
      default -> c;
    };
  }

  private Object word() {
    int start = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> NULL;
      default -> new BigDecimal(word);
    };
  }

  private void blanks() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) {
    blanks();
    if (next() != c) {
      throw wrong("no " + c);
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("it ends too early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private String take(int length) {
    if (at + length > text.length()) {
      throw wrong("it ends too early");
    }
    at += length;
    return text.substring(at - length, at);
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("not JSON at character " + at + ": " + what);
  }
}
