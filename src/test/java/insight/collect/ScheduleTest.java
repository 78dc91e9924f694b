package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.kernel.Refused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final LocalTime SIX = LocalTime.of(6, 0);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static Optional<Instant> next(Schedule schedule, String after) {
    return schedule.next(Instant.parse(after), LONDON);
  }

  @Test
  void theUsualOnesHavePlainWords() {
    assertEquals("Every day at 06:00", Schedule.daily(SIX).words(Locale.ENGLISH));
    assertEquals("每天 06:00", Schedule.daily(SIX).words(Locale.SIMPLIFIED_CHINESE));
    assertEquals(
        "Every Monday at 06:00", Schedule.weekly(DayOfWeek.MONDAY, SIX).words(Locale.ENGLISH));
    assertEquals(
        "每星期日 06:00", Schedule.weekly(DayOfWeek.SUNDAY, SIX).words(Locale.SIMPLIFIED_CHINESE));
    assertEquals("On day 1 of each month at 06:00", Schedule.monthly(1, SIX).words(Locale.ENGLISH));
    assertEquals("Every hour at minute 00", Schedule.hourly().words(Locale.ENGLISH));
    assertFalse(Schedule.own("*/15 8-18 * * 1-5").words(Locale.ENGLISH).isBlank());
    assertFalse(Schedule.own("*/15 8-18 * * 1-5").words(Locale.SIMPLIFIED_CHINESE).isBlank());
  }

  @Test
  void theNextTimeIsInTheSourcesZone() {
    assertEquals(
        Optional.of(Instant.parse("2025-07-02T05:00:00Z")),
        next(Schedule.daily(SIX), "2025-07-01T05:00:00Z"));
    assertEquals(
        Optional.of(Instant.parse("2025-01-06T06:00:00Z")),
        next(Schedule.weekly(DayOfWeek.MONDAY, SIX), "2025-01-01T00:00:00Z"));
    assertEquals(
        Optional.of(Instant.parse("2025-02-01T06:00:00Z")),
        next(Schedule.monthly(1, SIX), "2025-01-01T06:00:00Z"));
  }

  @Test
  void whatIsNoScheduleIsRefused() {
    for (String bad : List.of("", "daily", "0 6 * *", "61 * * * *", "* * * * * *", "0 0 30 2 *")) {
      assertEquals(
          "collect.schedule.cron",
          assertThrows(Refused.class, () -> Schedule.own(bad), bad).reasons().getFirst().key());
    }
    assertThrows(Refused.class, () -> Schedule.monthly(31, SIX));
  }
}
