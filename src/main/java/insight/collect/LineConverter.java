package insight.collect;

import insight.collect.EventBatch.NewCustomer;
import insight.collect.EventBatch.NewProduct;
import insight.kernel.Countries;
import insight.kernel.CustomerKey;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the records of one file into event rows, as the source's mapping and conventions say. */
final class LineConverter implements RecordConverter {
  private static final int MOST_REMEMBERED = 200_000;
  private static final List<Canonical> BESIDES =
      List.of(Canonical.COUPON, Canonical.FREIGHT, Canonical.INSTALLMENTS);

  private final Source source;
  private final Columns columns;
  private final Function<String, CustomerKey> keys;
  private final Instant latest;
  private final RecordFields fields;
  private final TimeFormat times;
  private final RecordCleaner cleaner;
  private final boolean prefixes;
  private final boolean trimsDecimals;
  private final boolean orderPerLine;
  private final boolean profiles;
  private final boolean ofOrder;
  private final Instant now;
  private final Map<String, CustomerKey> customers = new HashMap<>();
  private final Map<String, NewProduct> products = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();

  /**
   * @param keys the portal's key of a shop's customer id
   * @param now when the file is read; what lies more than a day behind it cannot have happened
   */
  LineConverter(
      Source source,
      Columns columns,
      Function<String, CustomerKey> keys,
      RecordCleaner cleaner,
      Instant now) {
    this.source = source;
    this.columns = columns;
    this.keys = keys;
    this.cleaner = cleaner;
    this.now = now;
    this.ofOrder = source.preset().map(Preset::timeOfOrder).orElse(false);
    this.latest = now.plus(Duration.ofDays(1));
    this.fields = new RecordFields(columns);
    this.times = TimeFormat.of(source, columns);
    this.prefixes = source.preset().map(Preset::prefixes).orElse(false);
    this.trimsDecimals = source.preset().map(Preset::trimsDecimals).orElse(false);
    this.orderPerLine = source.preset().map(Preset::orderPerLine).orElse(false);
    this.profiles =
        columns.mapped(Canonical.NAME)
            || columns.mapped(Canonical.EMAIL)
            || columns.mapped(Canonical.PHONE);
  }

  /** The source's own event id goes before the identity by fields. */
  @Override
  public void convert(String[] record, long line, UUID identity, EventBatch batch)
      throws Reject.Because {
    RecordConverter.clean(cleaner, columns, record, line);
    fields.set(record, line);
    String id = fields.word(Canonical.ID);
    UUID own = id == null ? identity : Identities.of("id:" + id);
    String name = fields.word(Canonical.EVENT);
    EventKind kind = name == null ? EventKind.ORDER_LINE : EventNames.kind(name);
    EventRow.Builder row = EventRow.of(own, time(), kind).line(line);
    String country = country();
    String shopId = shopId();
    row.country(country).product(product()).order(order(identity));
    if (kind == EventKind.ORDER_LINE) {
      sale(row, EventNames.REFUNDED.equals(name), shopId != null);
    } else {
      details(row, kind, name);
    }
    row.session(fields.word(Canonical.SESSION))
        .category(fields.word(Canonical.CATEGORY))
        .method(kind == EventKind.CUSTOM ? name : fields.word(Canonical.METHOD))
        .language(fields.word(Canonical.LANGUAGE))
        .text(fields.text(Canonical.TEXT))
        .properties(properties());
    remember(batch);
    row.customer(shopId == null ? null : customer(shopId, country, batch));
    if (batch.begin(own)) {
      batch.add(row.build());
    }
  }

  @Override
  public void skip(String[] record) {
    cleaner.skip(record);
  }

  @Override
  public RecordCleaner.@Nullable Noticed noticed() {
    return cleaner.noticed();
  }

  private Instant time() throws Reject.Because {
    String text = fields.word(Canonical.TIME);
    if (text == null) {
      if (ofOrder) {
        return now;
      }
      throw fields.reject(Canonical.TIME, "collect.reject.missing");
    }
    Optional<Instant> at = times.parse(text);
    if (at.isEmpty()) {
      String format =
          columns
              .mapping()
              .column(Canonical.TIME)
              .flatMap(Mapping.Rule.Column::format)
              .orElse("2026-01-31T12:00:00Z");
      throw fields.reject(Canonical.TIME, "collect.reject.time", format);
    }
    if (at.get().isBefore(MessageReader.EARLIEST) || at.get().isAfter(latest)) {
      throw fields.reject(Canonical.TIME, "collect.reject.when");
    }
    return at.get();
  }

  private void sale(EventRow.Builder row, boolean refund, boolean customer) throws Reject.Because {
    BigDecimal price = fields.decimal(Canonical.UNIT_PRICE);
    boolean total = columns.mapped(Canonical.AMOUNT);
    BigDecimal quantity =
        total ? fields.decimal(Canonical.QUANTITY) : fields.requiredDecimal(Canonical.QUANTITY);
    quantity = quantity == null ? BigDecimal.ONE : quantity;
    BigDecimal amount =
        total
            ? fields.requiredDecimal(Canonical.AMOUNT)
            : quantity.multiply(fields.requiredDecimal(Canonical.UNIT_PRICE));
    if (refund) {
      quantity = quantity.abs().negate();
      amount = amount.abs().negate();
    }
    String order = fields.word(Canonical.ORDER);
    SaleClass sale =
        SaleClass.of(
            prefixes,
            order == null ? "" : order,
            quantity,
            price == null ? amount : price,
            customer);
    row.quantity(quantity).unitPrice(price).sale(refund ? SaleClass.RETURN : sale);
    String currency = currency();
    row.amount(minor(amount, currency), currency);
  }

  private void details(EventRow.Builder row, EventKind kind, @Nullable String name)
      throws Reject.Because {
    BigDecimal amount = fields.decimal(Canonical.AMOUNT);
    String currency = currency();
    row.quantity(fields.decimal(Canonical.QUANTITY))
        .unitPrice(fields.decimal(Canonical.UNIT_PRICE))
        .amount(amount == null ? null : minor(amount, currency), currency)
        .rating(fields.whole(Canonical.RATING, 0, 10))
        .dwellSeconds(fields.whole(Canonical.DWELL_SECONDS, 0, 86_400));
    if (kind == EventKind.ORDER_CANCELLED && fields.word(Canonical.ORDER) == null) {
      throw fields.reject(Canonical.ORDER, "collect.reject.missing");
    }
  }

  /** Rounded half-up to the currency's smallest unit, each line by itself. */
  private long minor(BigDecimal amount, String currency) throws Reject.Because {
    BigDecimal minor =
        amount.movePointRight(Currencies.digits(currency)).setScale(0, RoundingMode.HALF_UP);
    if (minor.precision() > 17) {
      throw fields.reject(
          columns.mapped(Canonical.AMOUNT) ? Canonical.AMOUNT : Canonical.UNIT_PRICE,
          "collect.reject.number");
    }
    return minor.longValueExact();
  }

  private String currency() throws Reject.Because {
    String code = fields.word(Canonical.CURRENCY);
    if (code == null) {
      return source.currency();
    }
    if (!Currencies.known(code)) {
      throw fields.reject(Canonical.CURRENCY, "collect.reject.currency");
    }
    return code;
  }

  private @Nullable String country() throws Reject.Because {
    String written = fields.word(Canonical.COUNTRY);
    if (written == null) {
      return source.country().orElse(null);
    }
    if (countries.size() > 10_000) {
      countries.clear();
    }
    return countries.computeIfAbsent(written, Countries::code);
  }

  private @Nullable String shopId() throws Reject.Because {
    String id = fields.word(Canonical.CUSTOMER);
    return id != null && trimsDecimals && id.endsWith(".0") ? id.substring(0, id.length() - 2) : id;
  }

  /** An order without a number of its own goes by its line's identity. */
  private @Nullable String order(UUID identity) throws Reject.Because {
    return orderPerLine ? "line-" + identity : fields.word(Canonical.ORDER);
  }

  private @Nullable String product() throws Reject.Because {
    return fields.word(Canonical.PRODUCT);
  }

  /** What has no column of its own, and what the cleaning left to remember; null for nothing. */
  private @Nullable String properties() throws Reject.Because {
    JsonObject remarks = cleaner.remarks();
    JsonObjectBuilder properties = remarks == null ? Json.object() : Json.object(remarks);
    boolean any = remarks != null;
    for (Canonical field : BESIDES) {
      String value = columns.mapped(field) ? fields.word(field) : null;
      if (value != null) {
        properties.add(field.word(), value);
        any = true;
      }
    }
    if (ofOrder) {
      properties.add(OrderJoin.TIME_FROM, "delivery");
      any = true;
    }
    return any ? properties.build().toString() : null;
  }

  /** The customer's key; a customer is put into the batch once, or when a profile comes along. */
  private CustomerKey customer(String shopId, @Nullable String country, EventBatch batch)
      throws Reject.Because {
    Optional<String> profile = profiles ? profile() : Optional.empty();
    CustomerKey key = customers.get(shopId);
    boolean fresh = key == null;
    if (key == null) {
      key = keys.apply(shopId);
      forgetTooMany(customers);
      customers.put(shopId, key);
    }
    if (fresh || profile.isPresent()) {
      batch.add(new NewCustomer(key, shopId, Optional.ofNullable(country), profile));
    }
    return key;
  }

  private Optional<String> profile() throws Reject.Because {
    JsonObjectBuilder profile = Json.object();
    boolean any = false;
    for (Canonical field : new Canonical[] {Canonical.NAME, Canonical.EMAIL, Canonical.PHONE}) {
      String value = fields.word(field);
      if (value != null) {
        profile.add(field.word(), value);
        any = true;
      }
    }
    return any ? Optional.of(profile.build().toString()) : Optional.empty();
  }

  /** Puts the product into the batch when the record says something new about it. */
  private void remember(EventBatch batch) throws Reject.Because {
    String product = product();
    if (product == null) {
      return;
    }
    NewProduct known = products.get(product);
    boolean complete =
        known != null
            && (known.name().isPresent() || !columns.mapped(Canonical.PRODUCT_NAME))
            && (known.category().isPresent() || !columns.mapped(Canonical.CATEGORY));
    if (complete) {
      return;
    }
    Optional<String> name = Optional.ofNullable(fields.word(Canonical.PRODUCT_NAME));
    Optional<String> category = Optional.ofNullable(fields.word(Canonical.CATEGORY));
    boolean news =
        known == null
            || known.name().isEmpty() && name.isPresent()
            || known.category().isEmpty() && category.isPresent();
    if (news) {
      NewProduct now =
          known == null
              ? new NewProduct(product, name, category)
              : new NewProduct(
                  product, known.name().or(() -> name), known.category().or(() -> category));
      forgetTooMany(products);
      products.put(product, now);
      batch.add(now);
    }
  }

  private static void forgetTooMany(Map<String, ?> remembered) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
  }
}
