package insight.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the records of a file or query are. */
public enum Content {
  /** What customers did. */
  EVENTS,
  /** A register of orders: whose they are, when they were placed, how they stand. */
  ORDERS,
  /** A product catalogue; its names win over those seen in events. */
  PRODUCTS,
  /** Customer profiles. */
  CUSTOMERS,
  /** Exchange rates by day. */
  RATES,
  /** Values of outside series by day and country: searches, weather, holidays. */
  SERIES;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Content> of(String word) {
    return Stream.of(values()).filter(c -> c.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(Content::word).toList();
  }

  /** The fields without which a record says nothing. */
  public Set<Canonical> needed() {
    return switch (this) {
      case EVENTS -> Set.of(Canonical.TIME);
      case ORDERS -> Set.of(Canonical.ORDER);
      case PRODUCTS -> Set.of(Canonical.PRODUCT);
      case CUSTOMERS -> Set.of(Canonical.CUSTOMER);
      case RATES -> Set.of(Canonical.TIME, Canonical.CURRENCY, Canonical.RATE);
      case SERIES -> Set.of(Canonical.TIME, Canonical.SERIES, Canonical.VALUE);
    };
  }

  /** The fields that can be mapped. */
  public Set<Canonical> possible() {
    return switch (this) {
      case EVENTS -> Canonical.OF_EVENTS;
      case ORDERS -> Set.of(Canonical.ORDER, Canonical.CUSTOMER, Canonical.TIME, Canonical.STATUS);
      case PRODUCTS ->
          Set.of(
              Canonical.PRODUCT,
              Canonical.PRODUCT_NAME,
              Canonical.CATEGORY,
              Canonical.IMAGE,
              Canonical.UNIT_PRICE,
              Canonical.CURRENCY);
      case CUSTOMERS ->
          Set.of(
              Canonical.CUSTOMER,
              Canonical.PERSON,
              Canonical.NAME,
              Canonical.EMAIL,
              Canonical.PHONE,
              Canonical.COUNTRY,
              Canonical.CITY,
              Canonical.BIRTH_YEAR,
              Canonical.LANGUAGE,
              Canonical.TIME);
      case RATES -> Set.of(Canonical.TIME, Canonical.CURRENCY, Canonical.RATE);
      case SERIES -> Set.of(Canonical.TIME, Canonical.SERIES, Canonical.VALUE, Canonical.COUNTRY);
    };
  }
}
