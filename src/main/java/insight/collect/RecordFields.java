package insight.collect;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Typed reading of one record; what does not fit is rejected with its column. */
final class RecordFields {
  private static final int LONGEST_WORD = 500;
  private static final int LONGEST_TEXT = 20_000;

  private final Columns columns;
  private String[] fields = {};
  private long line;

  RecordFields(Columns columns) {
    this.columns = columns;
  }

  void set(String[] record, long lineNumber) {
    fields = record;
    line = lineNumber;
  }

  @Nullable String word(Canonical field) throws Reject.Because {
    return bounded(field, LONGEST_WORD);
  }

  @Nullable String text(Canonical field) throws Reject.Because {
    return bounded(field, LONGEST_TEXT);
  }

  private @Nullable String bounded(Canonical field, int longest) throws Reject.Because {
    String text = columns.value(fields, field);
    if (text != null && text.length() > longest) {
      throw reject(field, "collect.reject.longField", String.valueOf(longest));
    }
    return text;
  }

  /** A number of usable size, so that no arithmetic explodes; null when there is none. */
  @Nullable BigDecimal decimal(Canonical field) throws Reject.Because {
    String text = columns.value(fields, field);
    if (text == null) {
      return null;
    }
    if (text.length() <= 40) {
      try {
        Numerals written = columns.numerals(field);
        BigDecimal number = new BigDecimal(written == null ? text : written.plain(text));
        if (number.signum() == 0) {
          return BigDecimal.ZERO;
        }
        if (Decimals.fits(number, 20)) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        throw noNumber(field);
      }
    }
    throw noNumber(field);
  }

  private Reject.Because noNumber(Canonical field) {
    Numerals written = columns.numerals(field);
    return written == null
        ? reject(field, "collect.reject.number")
        : reject(field, "collect.reject.numberAs", written.word());
  }

  BigDecimal requiredDecimal(Canonical field) throws Reject.Because {
    BigDecimal number = decimal(field);
    if (number == null) {
      throw reject(field, "collect.reject.missing");
    }
    return number;
  }

  /** A whole number in the range; null when there is none. */
  @Nullable Integer whole(Canonical field, int low, int high) throws Reject.Because {
    BigDecimal number = decimal(field);
    if (number == null) {
      return null;
    }
    double value = number.doubleValue();
    if (value < low || value > high) {
      throw reject(field, "collect.reject.range", String.valueOf(low), String.valueOf(high));
    }
    return (int) Math.round(value);
  }

  Reject.Because reject(Canonical field, String key, String... arguments) {
    String value = columns.value(fields, field);
    return new Reject.Because(
        new Reject(
            line,
            columns.name(field),
            value == null ? "" : value,
            field.personal(),
            key,
            List.of(arguments)));
  }
}
