package insight.collect.guess;

import insight.kernel.Countries;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the values of one column look like, whatever it is called. */
final class Looks {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}(?:\\.0)?");
  private static final Pattern POINT =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?\\.\\d+");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+),\\d{1,2}");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()/-]{7,20}");
  private static final Pattern SIGN =
      Pattern.compile("(R\\$|US\\$|[£€$¥￥]|kr|zł)|\\b([A-Z]{3})\\b");
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final List<String> values;
  private final Optional<Times> times;

  /**
   * @param cells all values of the column, the empty ones among them
   */
  Looks(List<String> cells) {
    this.values = cells.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    this.times = Times.of(values);
  }

  int filled() {
    return values.size();
  }

  Optional<Times> times() {
    return times;
  }

  /** The share of filled cells for which it holds; 1 when there is nothing to look at. */
  private double share(Predicate<String> holds) {
    return values.isEmpty() ? 1 : (double) count(holds) / values.size();
  }

  private long count(Predicate<String> holds) {
    return values.stream().filter(holds).count();
  }

  double numbers() {
    return share(v -> WHOLE.matcher(bare(v)).matches() || fraction(v));
  }

  private static boolean fraction(String value) {
    String bare = bare(value);
    return POINT.matcher(bare).matches() && !WHOLE.matcher(bare).matches()
        || COMMA.matcher(bare).matches();
  }

  double wholes() {
    return share(v -> WHOLE.matcher(v).matches());
  }

  /** The share of numbers with something behind the point. */
  double fractions() {
    return values.isEmpty() ? 0 : share(Looks::fraction);
  }

  boolean decimalComma() {
    return count(v -> COMMA.matcher(bare(v)).matches())
        > count(v -> POINT.matcher(bare(v)).matches());
  }

  double mails() {
    return share(v -> MAIL.matcher(v).matches());
  }

  double phones() {
    return share(
        v -> PHONE.matcher(v).matches() && v.chars().filter(Character::isDigit).count() > 6);
  }

  double countries() {
    return share(v -> !WHOLE.matcher(v).matches() && COUNTRIES.contains(Countries.code(v)));
  }

  double currencies() {
    return share(CODES::contains);
  }

  static boolean currencyCode(String word) {
    return CODES.contains(word);
  }

  boolean within(double low, double high) {
    return values.stream()
        .filter(v -> WHOLE.matcher(v).matches() || POINT.matcher(v).matches())
        .mapToDouble(v -> Double.parseDouble(v.replace(",", "")))
        .allMatch(v -> v >= low && v <= high);
  }

  int distinct() {
    return new HashSet<>(values).size();
  }

  double length() {
    return values.stream().mapToInt(String::length).average().orElse(0);
  }

  /** An example to show, short. */
  String example() {
    String first = values.isEmpty() ? "" : values.getFirst();
    return first.length() > 30 ? first.substring(0, 30) + "…" : first;
  }

  /** The currency that stands with the numbers, or is what the column holds. */
  Optional<String> currency() {
    Set<String> found = new HashSet<>();
    for (String value : values) {
      Matcher sign = SIGN.matcher(value);
      if (sign.find()) {
        code(sign.group()).ifPresent(found::add);
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static Optional<String> code(String sign) {
    return switch (sign) {
      case "£" -> Optional.of("GBP");
      case "€" -> Optional.of("EUR");
      case "R$" -> Optional.of("BRL");
      case "$", "US$" -> Optional.of("USD");
      case "¥", "￥" -> Optional.of("CNY");
      case "zł" -> Optional.of("PLN");
      default -> Optional.of(sign).filter(CODES::contains);
    };
  }

  /** A number without the currency around it. */
  private static String bare(String value) {
    return value.replaceAll(
        "^(?:R\\$|US\\$|[£€$¥￥]|[A-Z]{3})\\s*|\\s*(?:[£€$¥￥元]|kr|zł|[A-Z]{3})$", "");
  }
}
