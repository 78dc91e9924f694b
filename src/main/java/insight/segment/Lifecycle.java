package insight.segment;

import java.util.Locale;

/**
 * Where a customer stands, in one word; exactly one fits. Days are counted to the newest event of
 * the shop, {@code quiet} is the setting {@code segment.quiet-days} (90 unless changed).
 */
public enum Lifecycle {
  /** Was seen, has not bought. */
  PROSPECT,
  /** The first order lies at most {@code quiet} days back. */
  NEW,
  /** Older, with fewer than {@link #LOYAL_ORDERS} orders, the last one at most quiet days back. */
  ACTIVE,
  /** Older, with at least {@link #LOYAL_ORDERS} orders, the last one at most quiet days back. */
  LOYAL,
  /** The last order lies more than quiet days back, at most twice as many. */
  AT_RISK,
  /** The last order lies more than twice the quiet days back. */
  DORMANT;

  /** So many orders make an old customer a loyal one. */
  public static final int LOYAL_ORDERS = 5;

  static Lifecycle of(long orders, long daysSinceFirst, long daysSinceLast, int quiet) {
    if (orders == 0) {
      return PROSPECT;
    }
    if (daysSinceLast > quiet) {
      return daysSinceLast > 2L * quiet ? DORMANT : AT_RISK;
    }
    return daysSinceFirst <= quiet ? NEW : orders >= LOYAL_ORDERS ? LOYAL : ACTIVE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String key() {
    return "segment.lifecycle." + word();
  }
}
