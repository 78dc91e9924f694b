package insight.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields a column can be mapped to, by the names of the contract. */
public enum Canonical {
  EVENT,
  ID,
  CUSTOMER,
  EMAIL,
  PHONE,
  NAME,
  PRODUCT,
  PRODUCT_NAME,
  CATEGORY,
  ORDER,
  QUANTITY,
  UNIT_PRICE,
  AMOUNT,
  CURRENCY,
  TIME,
  COUNTRY,
  RATING,
  TEXT,
  LANGUAGE,
  SESSION,
  DWELL_SECONDS,
  METHOD,
  COUPON,
  /** Of an order: delivered, cancelled. */
  STATUS,
  /** The person behind a customer number that is not the person's only one. */
  PERSON,
  RATE,
  SERIES,
  VALUE,
  IMAGE,
  CITY,
  BIRTH_YEAR,
  FREIGHT,
  INSTALLMENTS;

  /** Those that an event can have. */
  static final Set<Canonical> OF_EVENTS =
      Stream.of(values())
          .filter(c -> c.ordinal() <= COUPON.ordinal() || c == FREIGHT || c == INSTALLMENTS)
          .collect(Collectors.toUnmodifiableSet());

  private final String word = camel(name());

  /** As it is written in a mapping: {@code unitPrice}. */
  public String word() {
    return word;
  }

  /** The field that is written so. */
  public static Optional<Canonical> of(String word) {
    return Stream.of(values()).filter(c -> c.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(Canonical::word).toList();
  }

  /** Whether a value may name or describe a person, so that it is masked where it is shown. */
  public boolean personal() {
    return switch (this) {
      case ID, CUSTOMER, EMAIL, PHONE, NAME, TEXT, SESSION, ORDER, PERSON, CITY, BIRTH_YEAR -> true;
      case EVENT,
          PRODUCT,
          PRODUCT_NAME,
          CATEGORY,
          QUANTITY,
          UNIT_PRICE,
          AMOUNT,
          CURRENCY,
          TIME,
          COUNTRY,
          RATING,
          LANGUAGE,
          DWELL_SECONDS,
          METHOD,
          COUPON,
          STATUS,
          RATE,
          SERIES,
          VALUE,
          IMAGE,
          FREIGHT,
          INSTALLMENTS ->
          false;
    };
  }

  private static String camel(String name) {
    String[] parts = name.toLowerCase(Locale.ROOT).split("_");
    return parts.length == 1
        ? parts[0]
        : parts[0] + parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
  }
}
