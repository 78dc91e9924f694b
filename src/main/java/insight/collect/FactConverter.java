package insight.collect;

import insight.kernel.Countries;
import insight.kernel.CustomerKey;
import insight.runtime.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns records into facts: registers of orders, catalogues, profiles, rates, outside series. */
final class FactConverter implements RecordConverter {
  private final Source source;
  private final Columns columns;
  private final Function<String, CustomerKey> keys;
  private final RecordCleaner cleaner;
  private final Instant now;
  private final RecordFields fields;
  private final TimeFormat times;

  FactConverter(
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
    this.fields = new RecordFields(columns);
    this.times = TimeFormat.of(source, columns);
  }

  @Override
  public void convert(String[] record, long line, UUID identity, EventBatch batch)
      throws Reject.Because {
    RecordConverter.clean(cleaner, columns, record, line);
    fields.set(record, line);
    batch.add(
        switch (source.content()) {
          case ORDERS -> order();
          case CUSTOMERS -> customer();
          case PRODUCTS -> product();
          case RATES -> rate();
          case SERIES -> point();
          case EVENTS -> throw new IllegalStateException("events are no facts");
        });
  }

  private Fact order() throws Reject.Because {
    String shopId = fields.word(Canonical.CUSTOMER);
    return new Fact.Order(
        needed(Canonical.ORDER),
        shopId == null ? null : keys.apply(shopId),
        shopId,
        time(Canonical.TIME, false),
        fields.word(Canonical.STATUS));
  }

  private Fact customer() throws Reject.Because {
    String number = needed(Canonical.CUSTOMER);
    String person = fields.word(Canonical.PERSON);
    String shopId = person == null ? number : person;
    Instant seen = time(Canonical.TIME, false);
    String country = fields.word(Canonical.COUNTRY);
    return new Fact.Customer(
        keys.apply(shopId),
        shopId,
        shopId.equals(number) ? Optional.empty() : Optional.of(keys.apply(number)),
        country == null ? source.country().orElse(null) : Countries.code(country),
        profile(),
        seen == null ? now : seen);
  }

  private @Nullable String profile() throws Reject.Because {
    JsonObjectBuilder profile = Json.object();
    boolean any = false;
    for (Canonical field :
        new Canonical[] {
          Canonical.NAME, Canonical.EMAIL, Canonical.PHONE, Canonical.CITY, Canonical.LANGUAGE
        }) {
      String value = fields.word(field);
      if (value != null) {
        profile.add(field.word(), value);
        any = true;
      }
    }
    Integer born = fields.whole(Canonical.BIRTH_YEAR, 1900, 2100);
    if (born != null) {
      profile.add(Canonical.BIRTH_YEAR.word(), born);
      any = true;
    }
    return any ? profile.build().toString() : null;
  }

  private Fact product() throws Reject.Because {
    BigDecimal price = fields.decimal(Canonical.UNIT_PRICE);
    return new Fact.Product(
        needed(Canonical.PRODUCT),
        fields.word(Canonical.PRODUCT_NAME),
        fields.word(Canonical.CATEGORY),
        image(),
        price,
        price == null ? null : currency());
  }

  /** Only an address that a page may show. */
  private @Nullable String image() throws Reject.Because {
    String image = fields.word(Canonical.IMAGE);
    if (image != null && !image.matches("(?i)https?://\\S+")) {
      throw fields.reject(Canonical.IMAGE, "collect.reject.image");
    }
    return image;
  }

  private Fact rate() throws Reject.Because {
    BigDecimal rate = fields.requiredDecimal(Canonical.RATE);
    if (rate.setScale(12, RoundingMode.HALF_UP).signum() <= 0) {
      throw fields.reject(Canonical.RATE, "collect.reject.positive");
    }
    return new Fact.Rate(currency(), source.currency(), day(), rate);
  }

  private Fact point() throws Reject.Because {
    String country = fields.word(Canonical.COUNTRY);
    return new Fact.Point(
        needed(Canonical.SERIES),
        country == null ? source.country().orElse("") : Countries.code(country),
        day(),
        fields.requiredDecimal(Canonical.VALUE));
  }

  private String needed(Canonical field) throws Reject.Because {
    String word = fields.word(field);
    if (word == null) {
      throw fields.reject(field, "collect.reject.missing");
    }
    return word;
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

  private LocalDate day() throws Reject.Because {
    Instant at = time(Canonical.TIME, true);
    return (at == null ? now : at).atZone(source.timeZone()).toLocalDate();
  }

  private @Nullable Instant time(Canonical field, boolean required) throws Reject.Because {
    String text = fields.word(field);
    if (text == null) {
      if (required) {
        throw fields.reject(field, "collect.reject.missing");
      }
      return null;
    }
    Instant at =
        times
            .parse(text)
            .orElseThrow(() -> fields.reject(field, "collect.reject.time", "2026-01-31"));
    if (at.isBefore(MessageReader.EARLIEST)) {
      throw fields.reject(field, "collect.reject.when");
    }
    return at;
  }

  @Override
  public void skip(String[] record) {
    cleaner.skip(record);
  }

  @Override
  public RecordCleaner.@Nullable Noticed noticed() {
    return cleaner.noticed();
  }
}
