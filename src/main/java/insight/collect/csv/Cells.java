package insight.collect.csv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell, as a person would write it into a table of text: numbers in the 15 digits
 * that Excel itself shows ({@code 0.3}, not {@code 0.30000000000000004}), dates as ISO 8601.
 */
final class Cells {
  private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_UP);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Pattern UNQUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
  private static final Pattern DATE = Pattern.compile("[ymdhs年月日]");

  private Cells() {}

  static String text(Row row, int column) {
    return row.getOptionalCell(column).map(Cells::text).orElse("");
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    return switch (cell.getType()) {
      case NUMBER -> number(cell, cell.asNumber());
      case BOOLEAN -> String.valueOf(cell.asBoolean());
      case FORMULA -> formula(cell);
      case STRING -> cell.asString();
      case ERROR, EMPTY -> String.valueOf(cell.getRawValue());
    };
  }

  /** The value that Excel saved with the formula; nothing when it saved none. */
  private static String formula(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(cell, number);
    }
    String raw = cell.getRawValue();
    return raw == null ? "" : raw;
  }

  private static String number(Cell cell, BigDecimal number) {
    if (!date(cell.getDataFormatId(), cell.getDataFormatString())) {
      BigDecimal rounded = number.round(FIFTEEN).stripTrailingZeros();
      return rounded.scale() < -40 ? rounded.toString() : rounded.toPlainString();
    }
    try {
      LocalDateTime at = cell.asDate().plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
      return at.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? at.toLocalDate().toString()
          : SECONDS.format(at);
    } catch (RuntimeException noDay) {
      return number.toPlainString();
    }
  }

  /** Formats 14–22 and 45–47 of ECMA-376 18.8.30 are dates, and those of East Asia from 27 on. */
  static boolean date(@Nullable Integer id, @Nullable String format) {
    if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 58)) {
      return id != 48 && id != 49;
    }
    if (format == null || format.equalsIgnoreCase("General")) {
      return false;
    }
    String bare = UNQUOTED.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    return DATE.matcher(bare).find() && !bare.contains("0.") && !bare.contains("#");
  }
}
