package insight.prepare.feature;

import java.time.Instant;

/** One row of the events of a made-up shop; null where a column is empty. */
public record Happened(
    long person,
    int kind,
    int sale,
    Instant at,
    String session,
    String product,
    String category,
    String order,
    Integer quantity,
    Long amount,
    String currency,
    String country,
    Integer rating,
    Integer dwell,
    String method,
    boolean coupon) {

  static Happened of(long person, int kind, Instant at) {
    return new Happened(
        person, kind, 0, at, null, null, null, null, null, null, null, null, null, null, null,
        false);
  }

  Happened seen(String visit, String what, Integer seconds) {
    return new Happened(
        person, kind, sale, at, visit, what, null, order, quantity, amount, currency, country,
        rating, seconds, method, coupon);
  }

  Happened line(int lineClass, String number, String what, String sort, int pieces, long minor) {
    return new Happened(
        person, kind, lineClass, at, session, what, sort, number, pieces, minor, "GBP", country,
        rating, dwell, method, coupon);
  }

  Happened rated(Integer stars) {
    return new Happened(
        person, kind, sale, at, session, product, category, order, quantity, amount, currency,
        country, stars, dwell, method, coupon);
  }

  Happened paid(long minor, String unit, String way) {
    return new Happened(
        person, kind, sale, at, session, product, category, order, quantity, minor, unit, country,
        rating, dwell, way, coupon);
  }

  Happened from(String where, boolean withCoupon) {
    return new Happened(
        person,
        kind,
        sale,
        at,
        session,
        product,
        category,
        order,
        quantity,
        amount,
        currency,
        where,
        rating,
        dwell,
        method,
        withCoupon);
  }

  Happened in(String unit) {
    return new Happened(
        person, kind, sale, at, session, product, category, order, quantity, amount, unit, country,
        rating, dwell, method, coupon);
  }

  Happened cancelled() {
    return classed(6);
  }

  /** As it stood before it was cancelled. */
  public Happened bought() {
    return classed(1);
  }

  private Happened classed(int lineClass) {
    return new Happened(
        person, kind, lineClass, at, session, product, category, order, quantity, amount, currency,
        country, rating, dwell, method, coupon);
  }
}
