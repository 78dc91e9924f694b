package insight.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in the smallest unit of one currency (pence, cents, fen). Amounts of different
 * currencies are never added.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** Parses nothing: the amount is given, rounded half-up to the currency's digits. */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(
        amount.movePointRight(digits(currency)).setScale(0, RoundingMode.HALF_UP).longValueExact(),
        currency);
  }

  public static Money of(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  private static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /** The exact amount in whole units, e.g. 12.34. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, digits(currency));
  }

  /** Full, exact form of the locale: £1,234.56. */
  public String format(Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(region(locale));
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits(currency));
    format.setMaximumFractionDigits(digits(currency));
    return narrow(format.format(amount())).replace('-', '−');
  }

  /** Short form for tiles and charts: £3.72M, £372万. */
  public String brief(Locale locale) {
    return (minor < 0 ? "−" : "") + symbol() + Numbers.brief(amount().abs().doubleValue(), locale);
  }

  /** The narrow sign of the currency: £, €, ¥, R$ … */
  public String symbol() {
    return switch (currency.getCurrencyCode()) {
      case "GBP" -> "£";
      case "EUR" -> "€";
      case "USD" -> "$";
      case "CNY", "JPY" -> "¥";
      case "BRL" -> "R$";
      default -> currency.getCurrencyCode() + " ";
    };
  }

  private String narrow(String text) {
    return text.replace(currency.getSymbol(Locale.ROOT) + " ", symbol())
        .replace(currency.getSymbol(Locale.ROOT), symbol())
        .replace(currency.getSymbol(Locale.SIMPLIFIED_CHINESE), symbol())
        .replace("US$", "$");
  }

  private static Locale region(Locale locale) {
    return "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, other.minor);
  }
}
