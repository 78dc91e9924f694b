package insight.monitor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.monitor.Change;
import insight.monitor.Figure;
import insight.monitor.Kpi;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiWordsTest {
  @Test
  void aFigureStandsWithItsDoubt() {
    Figure average = new Figure(Kpi.AVERAGE_ORDER_VALUE, 56_020, 52_646, 59_394, 6646);
    Figure repeat = new Figure(Kpi.REPEAT_RATE, .4774, .4591, .4957, 2851);
    assertEquals("£560 ± 34", KpiWords.full(average, "GBP", Locale.ENGLISH));
    assertEquals("47.7% ± 1.8", KpiWords.full(repeat, "GBP", Locale.ENGLISH));
  }

  @Test
  void anExactFigureStandsAlone() {
    Figure orders = new Figure(Kpi.ORDERS, 6646, Double.NaN, Double.NaN, 6646);
    assertEquals("6,646", KpiWords.full(orders, "GBP", Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "168.6, 100, 68.6%",
    "639, 100, 539%",
    "1400, 100, × 14",
    "56, 100, 44.0%",
    "3, 0, new"
  })
  void changesReadAsPercentOrAsTimes(double now, double then, String words) {
    assertEquals(words, KpiWords.relative(Change.of(now, then), Locale.ENGLISH));
  }

  @Test
  void sharesDifferInPoints() {
    assertEquals("5.0 pts", KpiWords.size(Kpi.Unit.SHARE, Change.of(.477, .427), Locale.ENGLISH));
    assertEquals(
        "5.0 个百分点",
        KpiWords.size(Kpi.Unit.SHARE, Change.of(.477, .427), Locale.SIMPLIFIED_CHINESE));
  }
}
