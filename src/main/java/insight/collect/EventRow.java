package insight.collect;

import insight.kernel.CustomerKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way into {@code co_event}; made by {@link Builder}, since most fields are empty
 * most of the time.
 *
 * @param idHash the event's identity within its source; rows of one event (the lines of an order)
 *     share it
 * @param line line of the import; 0 when there is none
 * @param text free text in clear; the store encrypts it
 * @param properties JSON of what has no column; null for none
 */
record EventRow(
    UUID idHash,
    long line,
    Instant occurredAt,
    EventKind kind,
    SaleClass saleClass,
    @Nullable CustomerKey customer,
    @Nullable String session,
    @Nullable String product,
    @Nullable String category,
    @Nullable String order,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal unitPrice,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable String country,
    @Nullable Integer rating,
    @Nullable Integer dwellSeconds,
    @Nullable String method,
    @Nullable String language,
    @Nullable String text,
    @Nullable String properties) {

  /** The same row with another text. */
  EventRow withText(String value) {
    return new EventRow(
        idHash,
        line,
        occurredAt,
        kind,
        saleClass,
        customer,
        session,
        product,
        category,
        order,
        quantity,
        unitPrice,
        amountMinor,
        currency,
        country,
        rating,
        dwellSeconds,
        method,
        language,
        value,
        properties);
  }

  /** The same row with another class. */
  EventRow withClass(SaleClass value) {
    return new EventRow(
        idHash,
        line,
        occurredAt,
        kind,
        value,
        customer,
        session,
        product,
        category,
        order,
        quantity,
        unitPrice,
        amountMinor,
        currency,
        country,
        rating,
        dwellSeconds,
        method,
        language,
        text,
        properties);
  }

  static Builder of(UUID idHash, Instant occurredAt, EventKind kind) {
    return new Builder(idHash, occurredAt, kind);
  }

  /** Collects the fields of one row. */
  static final class Builder {
    private final UUID idHash;
    private final Instant occurredAt;
    private final EventKind kind;
    private long line;
    private SaleClass saleClass = SaleClass.NONE;
    private @Nullable CustomerKey customer;
    private @Nullable String session;
    private @Nullable String product;
    private @Nullable String category;
    private @Nullable String order;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal unitPrice;
    private @Nullable Long amountMinor;
    private @Nullable String currency;
    private @Nullable String country;
    private @Nullable Integer rating;
    private @Nullable Integer dwellSeconds;
    private @Nullable String method;
    private @Nullable String language;
    private @Nullable String text;
    private @Nullable String properties;

    private Builder(UUID idHash, Instant occurredAt, EventKind kind) {
      this.idHash = idHash;
      this.occurredAt = occurredAt;
      this.kind = kind;
    }

    Builder line(long value) {
      line = value;
      return this;
    }

    Builder sale(SaleClass value) {
      saleClass = value;
      return this;
    }

    Builder customer(@Nullable CustomerKey value) {
      customer = value;
      return this;
    }

    Builder session(@Nullable String value) {
      session = value;
      return this;
    }

    Builder product(@Nullable String value) {
      product = value;
      return this;
    }

    Builder category(@Nullable String value) {
      category = value;
      return this;
    }

    Builder order(@Nullable String value) {
      order = value;
      return this;
    }

    Builder quantity(@Nullable BigDecimal value) {
      quantity = value;
      return this;
    }

    Builder unitPrice(@Nullable BigDecimal value) {
      unitPrice = value;
      return this;
    }

    Builder amount(@Nullable Long minor, @Nullable String currencyCode) {
      amountMinor = minor;
      currency = minor == null ? null : currencyCode;
      return this;
    }

    Builder country(@Nullable String value) {
      country = value;
      return this;
    }

    Builder rating(@Nullable Integer value) {
      rating = value;
      return this;
    }

    Builder dwellSeconds(@Nullable Integer value) {
      dwellSeconds = value;
      return this;
    }

    Builder method(@Nullable String value) {
      method = value;
      return this;
    }

    Builder language(@Nullable String value) {
      language = value;
      return this;
    }

    Builder text(@Nullable String value) {
      text = value;
      return this;
    }

    Builder properties(@Nullable String json) {
      properties = json;
      return this;
    }

    EventRow build() {
      return new EventRow(
          idHash,
          line,
          occurredAt,
          kind,
          saleClass,
          customer,
          session,
          product,
          category,
          order,
          quantity,
          unitPrice,
          amountMinor,
          currency,
          country,
          rating,
          dwellSeconds,
          method,
          language,
          text,
          properties);
    }
  }
}
