package insight.prepare.feature;

import java.util.Locale;

/**
 * What one row is before it is summed up to the person. The columns a feature's SQL may use are
 * those of {@link GrainSql}.
 */
public enum Grain {
  /** An order with at least one sale line in the main currency. */
  ORDER("feature_order"),
  /** A product of a source, bought at least once. */
  PRODUCT("feature_product"),
  /** A line of an order that was taken back, in the main currency. */
  RETURN("feature_return"),
  /**
   * The browsing of one session, or of one day (UTC) where the source names no session: pages,
   * products seen, searches, carts. A window holds the visits that ended in it.
   */
  VISIT("feature_visit"),
  /** A day (UTC) on which a visit ended that put something into the cart. */
  CART("feature_cart"),
  /** Any other event: payments, reviews, shares, coupons, surveys, feedback … */
  EVENT("feature_event"),
  /** The person: figures over features of the other grains. */
  PERSON("person");

  private final String table;

  Grain(String table) {
    this.table = table;
  }

  /** The temporary table that holds its features while a snapshot is made. */
  public String table() {
    return table;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its name. */
  public String key() {
    return "prepare.grain." + word();
  }
}
