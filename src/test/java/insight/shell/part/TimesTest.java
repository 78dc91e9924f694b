package insight.shell.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.kernel.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Locale EN = Locale.ENGLISH;
  private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOON = Instant.parse("2011-12-09T12:50:00Z");

  @Test
  void momentsAreWrittenAsTheLanguageDoes() {
    assertEquals("9 Dec 2011, 12:50", Times.moment(NOON, LONDON, EN));
    assertEquals("2011年12月9日 12:50", Times.moment(NOON, LONDON, ZH));
  }

  @Test
  void aRangeSaysItsLastDayAndTheYearOnce() {
    assertEquals("1 Sep – 30 Nov 2011", Times.range(period("2011-09-01", "2011-12-01"), EN));
    assertEquals("2011年9月1日 – 11月30日", Times.range(period("2011-09-01", "2011-12-01"), ZH));
    assertEquals("1 Dec 2010 – 9 Dec 2011", Times.range(period("2010-12-01", "2011-12-10"), EN));
    assertEquals("9 Dec 2011", Times.range(period("2011-12-09", "2011-12-10"), EN));
  }

  @Test
  void spansShowTheirTwoLargestUnits() {
    assertEquals("13.2 s", Times.duration(Duration.ofMillis(13_200), EN));
    assertEquals("6 s", Times.duration(Duration.ofSeconds(6), EN));
    assertEquals("1 min 52 s", Times.duration(Duration.ofSeconds(112), EN));
    assertEquals("3 h 5 min", Times.duration(Duration.ofMinutes(185), EN));
    assertEquals("2 天 4 小时", Times.duration(Duration.ofHours(52), ZH));
    assertEquals("0 s", Times.duration(Duration.ofSeconds(-3), EN));
  }

  @Test
  void howLongAgoTakesTheLargestUnit() {
    assertEquals("now", Times.since(NOON.minusSeconds(20), NOON, EN));
    assertEquals("5 min", Times.since(NOON.minusSeconds(300), NOON, EN));
    assertEquals("2 h", Times.since(NOON.minusSeconds(7_300), NOON, EN));
    assertEquals("3 天", Times.since(NOON.minus(Duration.ofDays(3)), NOON, ZH));
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to), LONDON);
  }
}
