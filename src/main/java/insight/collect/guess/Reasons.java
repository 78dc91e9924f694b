package insight.collect.guess;

import insight.collect.Canonical;
import java.util.ArrayList;
import java.util.List;

/** Why a column was taken for a field, in the order a person would say it. */
final class Reasons {
  private Reasons() {}

  static List<Why> of(String column, Canonical field, Looks look, boolean named) {
    List<Why> why = new ArrayList<>();
    look.times().filter(t -> field == Canonical.TIME).ifPresent(t -> times(t, look, why));
    if (named) {
      why.add(Why.of("named." + field.word(), column));
    }
    if (look.filled() == 0) {
      why.add(Why.of("empty"));
    } else {
      values(field, look, why);
    }
    return why;
  }

  private static void times(Times times, Looks look, List<Why> why) {
    String pattern = times.format().orElse("ISO 8601");
    why.add(Why.of("time", pattern, times.rows(), look.filled(), look.example()));
    times.other().ifPresent(other -> why.add(Why.of("either", pattern, other)));
  }

  private static void values(Canonical field, Looks look, List<Why> why) {
    switch (field) {
      case EMAIL ->
          why.add(Why.of("mails", Math.round(look.mails() * look.filled()), look.filled()));
      case COUNTRY ->
          why.add(Why.of("countries", Math.round(look.countries() * look.filled()), look.filled()));
      case CURRENCY -> why.add(Why.of("currencies", look.example()));
      case QUANTITY, UNIT_PRICE, AMOUNT, RATING, DWELL_SECONDS ->
          why.add(Why.of(look.decimalComma() ? "numbersComma" : "numbers", look.example()));
      case EVENT -> why.add(Why.of("few", look.distinct(), look.example()));
      case TIME -> {}
      case ID,
          CUSTOMER,
          PHONE,
          NAME,
          PRODUCT,
          PRODUCT_NAME,
          CATEGORY,
          ORDER,
          TEXT,
          LANGUAGE,
          SESSION,
          METHOD,
          COUPON -> {}
    }
  }
}
