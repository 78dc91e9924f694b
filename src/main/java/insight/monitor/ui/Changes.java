package insight.monitor.ui;

import insight.kernel.Texts;
import insight.monitor.Change;
import insight.monitor.Kpi;
import insight.shell.part.Delta;
import java.util.Locale;

/** A change as a triangle with its size; green is good, not up. */
final class Changes {
  private Changes() {}

  /** {@code from} as in "from £2.21M", or empty. */
  static Delta delta(
      Change change, Kpi.Unit unit, boolean moreIsBetter, String from, Locale locale) {
    return switch (change.way()) {
      case UP ->
          Delta.up(
              moreIsBetter ? Delta.Meaning.GOOD : Delta.Meaning.BAD,
              KpiWords.size(unit, change, locale),
              from);
      case DOWN ->
          Delta.down(
              moreIsBetter ? Delta.Meaning.BAD : Delta.Meaning.GOOD,
              KpiWords.size(unit, change, locale),
              from);
      case UNCLEAR -> Delta.unclear(from);
      case SAME -> plain("monitor.change.same", from, locale);
      case UNKNOWN -> plain("monitor.change.unknown", "", locale);
    };
  }

  private static Delta plain(String key, String from, Locale locale) {
    return new Delta(Delta.Way.UNCLEAR, Delta.Meaning.NEITHER, Texts.of(locale, key), from);
  }
}
