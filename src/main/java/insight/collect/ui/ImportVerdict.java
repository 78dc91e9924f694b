package insight.collect.ui;

import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Texts;
import insight.runtime.Job;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a file, in a sentence; from the job's state and counts. */
final class ImportVerdict {
  private ImportVerdict() {}

  static String of(Job.State state, JsonObject counts, Locale locale) {
    return switch (state) {
      case QUEUED, RUNNING -> Texts.of(locale, "collect.ui.running");
      case SUCCEEDED -> done(counts, locale);
      case FAILED -> stopped("collect.ui.result.failed", counts, locale);
      case CANCELLED -> stopped("collect.ui.result.cancelled", counts, locale);
      case INTERRUPTED -> stopped("collect.ui.result.interrupted", counts, locale);
    };
  }

  /** The end came too early: what was read until then is kept. */
  private static String stopped(String key, JsonObject counts, Locale locale) {
    long accepted = number(counts, "accepted");
    return Texts.of(locale, key)
        + Texts.of(locale, "collect.ui.gap")
        + (accepted == 0
            ? Texts.of(locale, "collect.ui.result.keptNone")
            : Texts.of(locale, "collect.ui.result.kept", Numbers.whole(accepted, locale)));
  }

  private static String done(JsonObject counts, Locale locale) {
    long read = number(counts, "read");
    if (read == 0) {
      return Texts.of(locale, "collect.ui.result.empty");
    }
    if (number(counts, "duplicates") == read) {
      return Texts.of(locale, "collect.ui.result.known", Numbers.whole(read, locale));
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(taken(read, counts, locale));
    money(counts, locale).ifPresent(sentences::add);
    return String.join(Texts.of(locale, "collect.ui.gap"), sentences);
  }

  private static String taken(long read, JsonObject counts, Locale locale) {
    String all = Numbers.whole(read, locale);
    String accepted = Numbers.whole(number(counts, "accepted"), locale);
    long rejected = number(counts, "rejected");
    if (rejected > 0) {
      return Texts.of(locale, "collect.ui.result.some", accepted, Numbers.whole(rejected, locale));
    }
    return number(counts, "accepted") == read
        ? Texts.of(locale, "collect.ui.result.all", all)
        : Texts.of(locale, "collect.ui.result.part", accepted, all);
  }

  private static Optional<String> money(JsonObject counts, Locale locale) {
    Optional<Money> sales = amount(counts, "sale");
    Optional<Money> returns = amount(counts, "return");
    if (sales.isEmpty()) {
      return Optional.empty();
    }
    String sold = Texts.of(locale, "collect.ui.result.sales", sales.get().brief(locale));
    return Optional.of(
        returns.isEmpty()
            ? sold
            : sold
                + Texts.of(locale, "collect.ui.gap")
                + Texts.of(
                    locale,
                    "collect.ui.result.returns",
                    new Money(Math.abs(returns.get().minor()), returns.get().currency())
                        .brief(locale)));
  }

  static long number(JsonObject counts, String name) {
    return counts.get(name) instanceof JsonNumber n ? n.longValue() : 0;
  }

  /** The amount of a class of lines; empty where there is none, or more than one currency. */
  static Optional<Money> amount(JsonObject counts, String name) {
    List<Money> amounts = amounts(counts, name);
    return amounts.size() == 1 ? Optional.of(amounts.getFirst()) : Optional.empty();
  }

  /** The amounts of a class of lines, one for each currency. */
  static List<Money> amounts(JsonObject counts, String name) {
    if (!(counts.get("classes") instanceof JsonObject classes)
        || !(classes.get(name) instanceof JsonObject part)) {
      return List.of();
    }
    if (part.get("amounts") instanceof JsonObject several) {
      return several.keySet().stream().map(code -> money(several.getString(code), code)).toList();
    }
    return part.containsKey("amount")
        ? List.of(money(part.getString("amount"), part.getString("currency")))
        : List.of();
  }

  private static Money money(String amount, String currency) {
    return Money.of(new BigDecimal(amount), Currency.getInstance(currency));
  }
}
