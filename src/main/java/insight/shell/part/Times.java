package insight.shell.part;

import insight.kernel.Numbers;
import insight.kernel.Period;
import insight.kernel.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and spans of time as people read them: 9 Dec 2011, 12:50; 2011年12月9日 12:50; 1 min 52 s. */
public final class Times {
  private static final Duration TENTHS_BELOW = Duration.ofSeconds(20);

  private Times() {}

  /** 9 Dec 2011. */
  public static String day(LocalDate day, Locale locale) {
    return format("shell.date.day", locale).format(day);
  }

  /** 9 Dec: where the year is clear. */
  public static String shortDay(LocalDate day, Locale locale) {
    return format("shell.date.short", locale).format(day);
  }

  /** Dec 2011. */
  public static String month(LocalDate day, Locale locale) {
    return format("shell.date.month", locale).format(day);
  }

  /** 9 Dec 2011, 12:50. */
  public static String moment(Instant moment, ZoneId zone, Locale locale) {
    return format("shell.date.moment", locale).format(moment.atZone(zone));
  }

  /** 1 Sep – 30 Nov 2011: first and last day, each part of the date once. */
  public static String range(Period period, Locale locale) {
    LocalDate last = period.to().minusDays(1);
    if (period.from().equals(last)) {
      return day(last, locale);
    }
    boolean zh = "zh".equals(locale.getLanguage());
    boolean sameYear = period.from().getYear() == last.getYear();
    String from = sameYear && !zh ? shortDay(period.from(), locale) : day(period.from(), locale);
    String to = sameYear && zh ? shortDay(last, locale) : day(last, locale);
    return from + " – " + to;
  }

  /** 13.2 s, 1 min 52 s, 3 h 5 min, 2 d 4 h: the two largest units. */
  public static String duration(Duration span, Locale locale) {
    Duration d = span.isNegative() ? Duration.ZERO : span;
    if (d.compareTo(TENTHS_BELOW) < 0) {
      return Texts.of(locale, "shell.span.s", seconds(d, locale));
    }
    if (d.toMinutes() < 1) {
      return Texts.of(locale, "shell.span.s", d.toSeconds());
    }
    if (d.toHours() < 1) {
      return Texts.of(locale, "shell.span.min.s", d.toMinutes(), d.toSecondsPart());
    }
    return d.toDays() < 1
        ? Texts.of(locale, "shell.span.h.min", d.toHours(), d.toMinutesPart())
        : Texts.of(locale, "shell.span.d.h", d.toDays(), d.toHoursPart());
  }

  private static String seconds(Duration d, Locale locale) {
    boolean whole = d.toMillis() % 1000 == 0;
    return Numbers.decimal(d.toMillis() / 1000.0, whole ? 0 : 1, locale);
  }

  /** 5 min, 2 h, 3 d: how long ago, in the largest unit. */
  public static String since(Instant then, Instant now, Locale locale) {
    Duration d = Duration.between(then, now);
    if (d.compareTo(Duration.ofMinutes(1)) < 0) {
      return Texts.of(locale, "shell.span.now");
    }
    if (d.toHours() < 1) {
      return Texts.of(locale, "shell.span.min", d.toMinutes());
    }
    return d.toDays() < 1
        ? Texts.of(locale, "shell.span.h", d.toHours())
        : Texts.of(locale, "shell.span.d", d.toDays());
  }

  private static DateTimeFormatter format(String key, Locale locale) {
    return DateTimeFormatter.ofPattern(Texts.of(locale, key), locale);
  }
}
