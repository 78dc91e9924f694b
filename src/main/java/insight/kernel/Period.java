package insight.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Whole days from {@code from} (inclusive) to {@code to} (exclusive) in one time zone. */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
  public Period {
    if (!from.isBefore(to)) {
      throw Refused.invalid("/to", "kernel.period.order", from, to);
    }
  }

  /** The {@code days} days that end with the day of {@code newest}, that day included. */
  public static Period endingWith(Instant newest, int days, ZoneId zone) {
    LocalDate to = newest.atZone(zone).toLocalDate().plusDays(1);
    return new Period(to.minusDays(days), to, zone);
  }

  public Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  public Instant end() {
    return to.atStartOfDay(zone).toInstant();
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** The period of the same length right before this one. */
  public Period previous() {
    return new Period(from.minusDays(days()), from, zone);
  }

  /** The same days one year earlier. */
  public Period yearBefore() {
    return new Period(from.minusYears(1), to.minusYears(1), zone);
  }
}
