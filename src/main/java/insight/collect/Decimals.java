package insight.collect;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Which numbers the tables can keep, so that no single one stops a delivery. */
final class Decimals {
  private static final int DIGITS = 11;
  private static final int PLACES = 3;

  private Decimals() {}

  /** Whether at most eleven digits stand before the point, also once it is rounded to be kept. */
  static boolean fits(BigDecimal number, int mostPlaces) {
    if (Math.abs((long) number.scale()) > mostPlaces) {
      return false;
    }
    BigDecimal kept =
        number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_UP) : number;
    return kept.precision() - kept.scale() <= DIGITS;
  }
}
