package insight.collect.guess;

import insight.collect.Canonical;
import java.util.Set;

/** What the values of a column say for and against a field. */
final class Values {
  static final Set<Canonical> MONEY =
      Set.of(Canonical.AMOUNT, Canonical.UNIT_PRICE, Canonical.CURRENCY);

  private static final double MOST = 0.9;

  /** Enough where the name says it plainly: some values may be what must be mended. */
  private static final double SOME = 0.6;

  private static final double NAMED = 3;
  private static final int FEW = 12;
  private static final double LARGEST = 1e9;

  private Values() {}

  /** Whether the values cannot be of the field, whatever the column is called. */
  static boolean speakAgainst(Canonical field, Looks look, double name) {
    if (look.filled() == 0) {
      return false;
    }
    boolean numbers = look.numbers() >= MOST;
    boolean mostly = look.numbers() >= (name >= NAMED ? SOME : MOST);
    boolean time = look.times().filter(t -> !t.figures()).isPresent();
    return switch (field) {
      case TIME -> look.times().filter(t -> !t.figures() || name >= 2).isEmpty();
      case QUANTITY, UNIT_PRICE, AMOUNT -> !mostly || !look.within(-LARGEST, LARGEST);
      case RATING -> !mostly || !look.within(0, 10);
      case DWELL_SECONDS -> !mostly || !look.within(0, 86_400);
      case CUSTOMER, ORDER, PRODUCT, ID, SESSION ->
          time || look.length() > 64 || look.fractions() > 0.2;
      case EMAIL -> look.mails() < 0.5;
      case PHONE -> look.phones() < 0.5;
      case COUNTRY -> look.countries() < 0.5;
      case CURRENCY -> look.currencies() < 0.8;
      case EVENT -> time || numbers || look.distinct() > FEW;
      case NAME, TEXT, LANGUAGE, PRODUCT_NAME -> time || numbers;
      case CATEGORY, METHOD, COUPON -> time || look.fractions() > 0.2;
      // not asked of columns of events
      case STATUS, PERSON, RATE, SERIES, VALUE, IMAGE, CITY, BIRTH_YEAR, FREIGHT, INSTALLMENTS ->
          true;
    };
  }

  /** How much the values alone say for the field. */
  static double votes(Canonical field, Looks look) {
    if (look.filled() == 0) {
      return 0;
    }
    return switch (field) {
      case TIME -> look.times().map(t -> t.figures() ? 0.5 : 1.2).orElse(0.0);
      case EMAIL -> look.mails() >= MOST ? 1.5 : 0;
      case CURRENCY -> look.currencies() >= MOST ? 1 : 0;
      case COUNTRY -> look.countries() >= MOST && look.length() > 2 ? 1 : 0;
      case QUANTITY -> look.wholes() >= MOST ? 0.4 : 0;
      case UNIT_PRICE, AMOUNT -> look.fractions() >= 0.3 ? 0.4 : 0;
      case TEXT -> look.length() > 60 ? 0.5 : 0;
      case EVENT,
          ID,
          CUSTOMER,
          PHONE,
          NAME,
          PRODUCT,
          PRODUCT_NAME,
          CATEGORY,
          ORDER,
          RATING,
          LANGUAGE,
          SESSION,
          DWELL_SECONDS,
          METHOD,
          COUPON,
          STATUS,
          PERSON,
          RATE,
          SERIES,
          VALUE,
          IMAGE,
          CITY,
          BIRTH_YEAR,
          FREIGHT,
          INSTALLMENTS ->
          0;
    };
  }
}
