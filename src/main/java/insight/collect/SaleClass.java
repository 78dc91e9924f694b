package insight.collect;

import java.math.BigDecimal;

/**
 * How an order line counts. Revenue is {@link #SALE} alone; returns stand apart and are never
 * subtracted silently.
 */
public enum SaleClass {
  /** No order line. */
  NONE(0),
  SALE(1),
  /** Taken back: a credit note, or a negative quantity with a customer. */
  RETURN(2),
  /** Bad debt and other bookings that are no goods. */
  ADJUSTMENT(3),
  /** Negative quantity without a customer: lost, damaged, counted out. */
  WRITE_OFF(4),
  /** Price zero. */
  FREE(5),
  /** A sale whose order was cancelled later. */
  CANCELLED(6);

  private final int code;

  SaleClass(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a code that no class has
   */
  static SaleClass of(int code) {
    for (SaleClass sale : values()) {
      if (sale.code == code) {
        return sale;
      }
    }
    throw new IllegalArgumentException("no sale class " + code);
  }

  /**
   * Classifies an order line. The first rule that fits decides: adjustment (order number A…),
   * return (C…, or negative with a customer), write-off (negative, anonymous), free (price zero),
   * sale.
   *
   * @param prefixes whether the order number's first letter says so (UCI's convention)
   */
  public static SaleClass of(
      boolean prefixes, String order, BigDecimal quantity, BigDecimal price, boolean customer) {
    if (prefixes && order.startsWith("A")) {
      return ADJUSTMENT;
    }
    boolean negative = quantity.signum() < 0 || price.signum() < 0;
    if (prefixes && order.startsWith("C") || negative && customer) {
      return RETURN;
    }
    if (negative) {
      return WRITE_OFF;
    }
    return price.signum() == 0 ? FREE : SALE;
  }

  /** The lower-case word used in counts and the API. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
