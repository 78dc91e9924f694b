package insight.collect;

import insight.kernel.Nearest;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The currencies of ISO 4217 and the digits of their smallest unit. */
final class Currencies {
  private static final Map<String, Integer> DIGITS =
      Currency.getAvailableCurrencies().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getCurrencyCode, c -> Math.max(0, c.getDefaultFractionDigits())));

  /** What is not a code but often stands for one. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("UKP", "GBP"),
          Map.entry("STG", "GBP"),
          Map.entry("£", "GBP"),
          Map.entry("POUND", "GBP"),
          Map.entry("RMB", "CNY"),
          Map.entry("YUAN", "CNY"),
          Map.entry("EURO", "EUR"),
          Map.entry("€", "EUR"),
          Map.entry("DOLLAR", "USD"),
          Map.entry("$", "USD"),
          Map.entry("YEN", "JPY"));

  private static final List<String> COMMON =
      List.of("EUR", "USD", "GBP", "CNY", "JPY", "CHF", "CAD", "AUD", "BRL", "INR", "KRW", "SEK");

  private Currencies() {}

  static boolean known(String code) {
    return DIGITS.containsKey(code);
  }

  /** 2 for pence and cents, 0 for yen. */
  static int digits(String code) {
    return DIGITS.getOrDefault(code, 2);
  }

  /** «Did you mean»: what people write for a currency, else the nearest common code. */
  static Optional<String> near(String written) {
    String upper = written.strip().toUpperCase(Locale.ROOT);
    return Optional.ofNullable(WRITTEN.get(upper))
        .or(() -> Nearest.of(upper, COMMON))
        .or(() -> Nearest.of(upper, DIGITS.keySet()));
  }
}
