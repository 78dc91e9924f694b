package insight.recommend;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells products from the charges that shops book as order lines: POST, BANK CHARGES, M. A code
 * without any digit is taken for a charge, but only where at least {@value #USUAL} of the shop's
 * codes have digits: a shop that names its products in plain words keeps them all.
 */
final class Charges {
  static final double USUAL = .95;

  private Charges() {}

  /** Those of a shop's codes that stand for charges. */
  static Set<String> among(Collection<String> codes) {
    Set<String> plain = codes.stream().filter(c -> !hasDigit(c)).collect(Collectors.toSet());
    long all = codes.stream().distinct().count();
    return plain.size() <= (1 - USUAL) * all ? plain : Set.of();
  }

  private static boolean hasDigit(String code) {
    return code.chars().anyMatch(Character::isDigit);
  }
}
