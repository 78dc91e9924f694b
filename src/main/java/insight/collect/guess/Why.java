package insight.collect.guess;

import insight.kernel.Texts;
import java.util.List;
import java.util.Locale;

/** A reason for a guess, or a doubt about it: a text key with its arguments. */
public record Why(String key, List<Object> arguments) {
  public Why {
    arguments = List.copyOf(arguments);
  }

  static Why of(String key, Object... arguments) {
    return new Why("collect.guess." + key, List.of(arguments));
  }

  /** In words. */
  public String in(Locale locale) {
    return Texts.of(locale, key, arguments.toArray());
  }
}
