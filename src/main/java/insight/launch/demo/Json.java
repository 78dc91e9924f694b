package insight.launch.demo;

/** Writes one JSON value, compact. Names and values come in the order they are put. */
final class Json {
  private final StringBuilder text = new StringBuilder(512);
  private final StringBuilder closers = new StringBuilder();

  Json object() {
    comma();
    return open('{', '}');
  }

  Json object(String name) {
    name(name);
    return open('{', '}');
  }

  Json array(String name) {
    name(name);
    return open('[', ']');
  }

  Json end() {
    int last = closers.length() - 1;
    text.append(closers.charAt(last));
    closers.setLength(last);
    return this;
  }

  Json put(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  Json put(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  Json put(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  Json add(String value) {
    comma();
    quote(value);
    return this;
  }

  /** Pence as pounds: 1205 is written 12.05. */
  Json money(String name, long pence) {
    name(name);
    text.append(pence / 100).append('.');
    long rest = Math.abs(pence % 100);
    if (rest < 10) {
      text.append('0');
    }
    text.append(rest);
    return this;
  }

  private Json open(char opener, char closer) {
    text.append(opener);
    closers.append(closer);
    return this;
  }

  private void name(String name) {
    comma();
    quote(name);
    text.append(':');
  }

  private void comma() {
    if (text.isEmpty()) {
      return;
    }
    char last = text.charAt(text.length() - 1);
    if (last != '{' && last != '[' && last != ':') {
      text.append(',');
    }
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** What was written, with everything closed that is still open. */
  @Override
  public String toString() {
    return text + new StringBuilder(closers).reverse().toString();
  }
}
