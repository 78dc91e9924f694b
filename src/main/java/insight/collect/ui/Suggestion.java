package insight.collect.ui;

import insight.kernel.Nearest;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** «Did you mean» for a value that was not understood; nothing where it would be a guess. */
final class Suggestion {
  /** A number with words before or behind it, but no second number. */
  private static final Pattern NUMBER =
      Pattern.compile("[^0-9+-]{0,10}([+-]?\\d+(?:\\.\\d+)?)[^0-9.,]{0,20}");

  private Suggestion() {}

  static Optional<String> of(String key, String value) {
    return switch (key) {
      case "collect.reject.number" -> number(value);
      case "collect.reject.currency" -> currency(value);
      default -> Optional.empty();
    };
  }

  private static Optional<String> number(String value) {
    Matcher found = NUMBER.matcher(value.strip());
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Optional<String> currency(String value) {
    return Nearest.of(
        value.strip(),
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList());
  }
}
