package insight.collect;

import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/** The currencies of ISO 4217 and the digits of their smallest unit. */
final class Currencies {
  private static final Map<String, Integer> DIGITS =
      Currency.getAvailableCurrencies().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getCurrencyCode, c -> Math.max(0, c.getDefaultFractionDigits())));

  private Currencies() {}

  static boolean known(String code) {
    return DIGITS.containsKey(code);
  }

  /** 2 for pence and cents, 0 for yen. */
  static int digits(String code) {
    return DIGITS.getOrDefault(code, 2);
  }
}
