package insight.monitor.rest;

import insight.kernel.Period;
import insight.kernel.Refused;
import insight.monitor.Reporting;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From (inclusive) to (exclusive), as dates in a zone or as instants.
 *
 * @param from as it is answered: a date or an instant
 * @param days the same as whole days, when both ends are dates
 */
record Span(String from, String to, Instant start, Instant end, Optional<Period> days) {

  static ZoneId zone(@Nullable String name, ZoneId otherwise) {
    try {
      return name == null || name.isBlank() ? otherwise : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Refused.invalid("/zone", "monitor.kpis.zone", String.valueOf(name));
    }
  }

  /** What was asked for; of what was not, the usual days up to the newest event. */
  static Span of(@Nullable String from, @Nullable String to, ZoneId zone, Instant newest) {
    if (isDay("/from", from) && isDay("/to", to)) {
      LocalDate last =
          to != null ? LocalDate.parse(to) : newest.atZone(zone).toLocalDate().plusDays(1);
      LocalDate first = from != null ? LocalDate.parse(from) : last.minusDays(Reporting.USUAL_DAYS);
      return of(new Period(first, last, zone));
    }
    Instant end = to == null ? newest.plusMillis(1) : instant(to, zone);
    Instant start =
        from == null ? end.minus(Duration.ofDays(Reporting.USUAL_DAYS)) : instant(from, zone);
    return of(start, end);
  }

  private static Span of(Period period) {
    return new Span(
        period.from().toString(),
        period.to().toString(),
        period.start(),
        period.end(),
        Optional.of(period));
  }

  private static Span of(Instant start, Instant end) {
    if (!start.isBefore(end)) {
      throw Refused.invalid("/to", "kernel.period.order", start.toString(), end.toString());
    }
    return new Span(start.toString(), end.toString(), start, end, Optional.empty());
  }

  /** The same length right before. */
  Span previous() {
    return days.map(period -> of(period.previous()))
        .orElseGet(() -> of(start.minus(Duration.between(start, end)), start));
  }

  /** In days, with a fraction. */
  double length() {
    return days.map(period -> (double) period.days())
        .orElseGet(() -> Duration.between(start, end).toMillis() / 86_400_000.0);
  }

  /** Whether it is a date or not given; else it must be an instant. */
  private static boolean isDay(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return true;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException noDate) {
      try {
        OffsetDateTime.parse(text);
        return false;
      } catch (DateTimeParseException noInstant) {
        throw Refused.invalid(pointer, "monitor.kpis.time", text);
      }
    }
  }

  private static Instant instant(String text, ZoneId zone) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
