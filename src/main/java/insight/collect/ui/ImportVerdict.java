package insight.collect.ui;

import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** What became of a file, in a sentence; from the job's counts. */
final class ImportVerdict {
  private ImportVerdict() {}

  static String of(JsonObject counts, Locale locale) {
    long read = number(counts, "read");
    long accepted = number(counts, "accepted");
    long duplicates = number(counts, "duplicates");
    long rejected = number(counts, "rejected");
    if (read > 0 && duplicates == read) {
      return Texts.of(locale, "collect.ui.result.known", Numbers.whole(read, locale));
    }
    String first =
        rejected == 0
            ? Texts.of(locale, "collect.ui.result.all", Numbers.whole(accepted, locale))
            : Texts.of(
                locale,
                "collect.ui.result.some",
                Numbers.whole(accepted, locale),
                Numbers.whole(rejected, locale));
    return first + " " + money(counts, locale);
  }

  private static String money(JsonObject counts, Locale locale) {
    Optional<Money> sales = amount(counts, "sale");
    Optional<Money> returns = amount(counts, "return");
    if (sales.isEmpty()) {
      return "";
    }
    String sold = Texts.of(locale, "collect.ui.result.sales", sales.get().brief(locale));
    return returns.isEmpty()
        ? sold
        : sold
            + " "
            + Texts.of(
                locale,
                "collect.ui.result.returns",
                new Money(Math.abs(returns.get().minor()), returns.get().currency()).brief(locale));
  }

  static long number(JsonObject counts, String name) {
    return counts.get(name) instanceof JsonNumber n ? n.longValue() : 0;
  }

  /** The amount of a class of lines; empty where there is none, or more than one currency. */
  static Optional<Money> amount(JsonObject counts, String name) {
    JsonObject classes = counts.getJsonObject("classes");
    if (classes == null || !(classes.get(name) instanceof JsonObject part)) {
      return Optional.empty();
    }
    String currency = part.getString("currency", "");
    String amount = part.getString("amount", "");
    return currency.isEmpty() || amount.isEmpty()
        ? Optional.empty()
        : Optional.of(Money.of(new BigDecimal(amount), Currency.getInstance(currency)));
  }
}
