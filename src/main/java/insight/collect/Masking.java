package insight.collect;

import insight.privacy.Field;
import insight.privacy.Grant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Hides the cells of a record that the reader may not see. */
record Masking(Mapping mapping, Grant grant) {
  List<String> of(RejectedRecord record, String troubled) {
    List<String> values = record.fitted();
    for (int i = 0; i < values.size(); i++) {
      String column = record.columns().get(i);
      Field needed = column.equals(troubled) ? Field.FREE_TEXT : field(column);
      if (!values.get(i).isEmpty() && !grant.allows(needed)) {
        values.set(i, Mending.MASK);
      }
    }
    return values;
  }

  private Field field(String column) {
    return mapping.rules().entrySet().stream()
        .filter(
            e ->
                e.getValue() instanceof Mapping.Rule.Column(String name, Optional<String> format)
                    && name.equalsIgnoreCase(column))
        .map(e -> needed(e.getKey()))
        .max(Comparator.comparing(f -> f == Field.IDENTITY))
        .orElse(Field.FREE_TEXT);
  }

  private static Field needed(Canonical canonical) {
    return switch (canonical) {
      case EMAIL, PHONE, NAME, CUSTOMER, PERSON, CITY, BIRTH_YEAR -> Field.IDENTITY;
      case EVENT,
          ID,
          PRODUCT,
          PRODUCT_NAME,
          CATEGORY,
          ORDER,
          QUANTITY,
          UNIT_PRICE,
          AMOUNT,
          CURRENCY,
          TIME,
          COUNTRY,
          RATING,
          TEXT,
          LANGUAGE,
          SESSION,
          DWELL_SECONDS,
          METHOD,
          COUPON,
          STATUS,
          RATE,
          SERIES,
          VALUE,
          IMAGE,
          FREIGHT,
          INSTALLMENTS ->
          Field.FREE_TEXT;
    };
  }
}
