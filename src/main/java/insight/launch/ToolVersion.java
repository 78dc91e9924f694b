package insight.launch;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the major version out of what a tool says about itself. */
final class ToolVersion {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])(?:1\\.(?=[5-8]\\b))?(\\d{1,3})\\b");

  private ToolVersion() {}

  /** {@code javac 25.0.3} → 25, {@code openjdk version "1.8.0_292"} → 8, {@code 11.19.1} → 11. */
  static OptionalInt major(String words) {
    Matcher number = NUMBER.matcher(words.replaceAll("\u001B\\[[0-9;]*m", ""));
    return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
  }
}
