package insight.collect;

import insight.collect.Mapping.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shapes of files we know: columns, conventions, zone and currency come with the name. */
public enum Preset {
  /** The UCI «Online Retail» export: invoices C… are credit notes, A… are adjustments. */
  UCI_ONLINE_RETAIL("Europe/London", "GBP"),
  /** CDNOW's purchases: customer, day, units, dollars, parted by spaces, no header. */
  CDNOW("UTC", "USD"),
  OLIST_ORDERS("America/Sao_Paulo", "BRL"),
  OLIST_ITEMS("America/Sao_Paulo", "BRL"),
  OLIST_CUSTOMERS("America/Sao_Paulo", "BRL"),
  OLIST_PAYMENTS("America/Sao_Paulo", "BRL"),
  /** REES46's log of views, carts and purchases. */
  REES46("UTC", "USD"),
  /** One message in Segment's format a line. */
  SEGMENT_JSONL("UTC", "USD");

  private final String zone;
  private final String currency;

  Preset(String zone, String currency) {
    this.zone = zone;
    this.currency = currency;
  }

  public String zone() {
    return zone;
  }

  public String currency() {
    return currency;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Preset> of(String word) {
    return Stream.of(values()).filter(p -> p.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(Preset::word).toList();
  }

  /** What its records are. */
  public Content content() {
    return switch (this) {
      case OLIST_ORDERS -> Content.ORDERS;
      case OLIST_CUSTOMERS -> Content.CUSTOMERS;
      case UCI_ONLINE_RETAIL, CDNOW, OLIST_ITEMS, OLIST_PAYMENTS, REES46, SEGMENT_JSONL ->
          Content.EVENTS;
    };
  }

  /** The shop whose tables it is one of. */
  Optional<String> shop() {
    return switch (this) {
      case OLIST_ORDERS, OLIST_CUSTOMERS, OLIST_ITEMS, OLIST_PAYMENTS -> Optional.of("olist");
      case UCI_ONLINE_RETAIL, CDNOW, REES46, SEGMENT_JSONL -> Optional.empty();
    };
  }

  /** The kind of source it belongs to. */
  SourceKind kind() {
    return this == SEGMENT_JSONL ? SourceKind.JSONL : SourceKind.CSV;
  }

  /** The columns of a file without a header; empty: the file has one. */
  Optional<List<String>> columns() {
    return this == CDNOW
        ? Optional.of(List.of("customer", "date", "quantity", "amount"))
        : Optional.empty();
  }

  /** Whether fields are parted by runs of blanks. */
  boolean blanks() {
    return this == CDNOW;
  }

  /** Whether the order number's first letter tells returns and adjustments. */
  boolean prefixes() {
    return this == UCI_ONLINE_RETAIL;
  }

  /** Whether numbers written as ids carry a {@code .0} that is no part of them. */
  boolean trimsDecimals() {
    return this == UCI_ONLINE_RETAIL;
  }

  /** Whether each line is an order of its own, since the file names none. */
  boolean orderPerLine() {
    return this == CDNOW || this == REES46;
  }

  /** Whether a record has the time of its order, once that is known. */
  boolean timeOfOrder() {
    return this == OLIST_ITEMS || this == OLIST_PAYMENTS;
  }

  /** A column that some files of this shape lack. */
  boolean optional(Canonical field) {
    return this == REES46 && field == Canonical.SESSION;
  }

  Mapping mapping() {
    return switch (this) {
      case UCI_ONLINE_RETAIL ->
          new Mapping(
              Map.of(
                  Canonical.EVENT, new Rule.Constant("Order Completed"),
                  Canonical.ORDER, column("InvoiceNo"),
                  Canonical.PRODUCT, column("StockCode"),
                  Canonical.PRODUCT_NAME, column("Description"),
                  Canonical.QUANTITY, column("Quantity"),
                  Canonical.TIME,
                      new Rule.Column("InvoiceDate", Optional.of("yyyy-MM-dd HH:mm:ss")),
                  Canonical.UNIT_PRICE, column("UnitPrice"),
                  Canonical.CUSTOMER, column("CustomerID"),
                  Canonical.COUNTRY, column("Country")));
      case CDNOW ->
          new Mapping(
              Map.of(
                  Canonical.EVENT, new Rule.Constant("Order Completed"),
                  Canonical.CUSTOMER, column("customer"),
                  Canonical.TIME, new Rule.Column("date", Optional.of("yyyyMMdd")),
                  Canonical.QUANTITY, column("quantity"),
                  Canonical.AMOUNT, column("amount")));
      case OLIST_ORDERS ->
          new Mapping(
              Map.of(
                  Canonical.ORDER, column("order_id"),
                  Canonical.CUSTOMER, column("customer_id"),
                  Canonical.STATUS, column("order_status"),
                  Canonical.TIME, column("order_purchase_timestamp")));
      case OLIST_CUSTOMERS ->
          new Mapping(
              Map.of(
                  Canonical.CUSTOMER, column("customer_id"),
                  Canonical.PERSON, column("customer_unique_id"),
                  Canonical.CITY, column("customer_city"),
                  Canonical.COUNTRY, new Rule.Constant("BR")));
      case OLIST_ITEMS ->
          new Mapping(
              Map.of(
                  Canonical.EVENT, new Rule.Constant("Order Completed"),
                  Canonical.ORDER, column("order_id"),
                  Canonical.PRODUCT, column("product_id"),
                  Canonical.TIME, column("shipping_limit_date"),
                  Canonical.QUANTITY, new Rule.Constant("1"),
                  Canonical.UNIT_PRICE, column("price"),
                  Canonical.FREIGHT, column("freight_value")));
      case OLIST_PAYMENTS ->
          new Mapping(
              Map.of(
                  Canonical.EVENT, new Rule.Constant("Payment Completed"),
                  Canonical.ORDER, column("order_id"),
                  Canonical.METHOD, column("payment_type"),
                  Canonical.AMOUNT, column("payment_value"),
                  Canonical.INSTALLMENTS, column("payment_installments")));
      case REES46 ->
          new Mapping(
              Map.of(
                  Canonical.EVENT, column("event_type"),
                  Canonical.TIME,
                      new Rule.Column(
                          "event_time", Optional.of("yyyy-MM-dd HH:mm:ss[' UTC'][XXX]")),
                  Canonical.PRODUCT, column("product_id"),
                  Canonical.CATEGORY, column("category_code"),
                  Canonical.QUANTITY, new Rule.Constant("1"),
                  Canonical.UNIT_PRICE, column("price"),
                  Canonical.CUSTOMER, column("user_id"),
                  Canonical.SESSION, column("user_session")));
      case SEGMENT_JSONL -> Mapping.NONE;
    };
  }

  private static Rule column(String name) {
    return new Rule.Column(name, Optional.empty());
  }
}
