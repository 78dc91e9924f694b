package insight.collect;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import insight.kernel.Refused;
import insight.kernel.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a source runs by itself: a cron expression of five fields, in the source's time zone. The
 * usual ones have plain words.
 */
public record Schedule(String cron) {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
  private static final Pattern USUAL =
      Pattern.compile("(\\d{1,2}) (\\d{1,2}|\\*) (\\d{1,2}|\\*) \\* (\\d|\\*)");
  private static final int LONGEST = 100;

  public static Schedule hourly() {
    return new Schedule("0 * * * *");
  }

  public static Schedule daily(LocalTime at) {
    return new Schedule(time(at) + " * * *");
  }

  public static Schedule weekly(DayOfWeek day, LocalTime at) {
    return new Schedule(time(at) + " * * " + day.getValue() % 7);
  }

  /**
   * On a day of each month.
   *
   * @param day 1 to 28, since every month has those
   */
  public static Schedule monthly(int day, LocalTime at) {
    if (day < 1 || day > 28) {
      throw Refused.invalid("/schedule", "collect.schedule.day");
    }
    return new Schedule(time(at) + " " + day + " * *");
  }

  private static String time(LocalTime at) {
    return at.getMinute() + " " + at.getHour();
  }

  /**
   * Any cron expression of five fields: minute, hour, day of month, month, day of week.
   *
   * @throws Refused when it is none, or never comes
   */
  public static Schedule own(String cron) {
    String text = cron.strip().replaceAll("\\s+", " ");
    try {
      if (text.length() <= LONGEST) {
        PARSER.parse(text).validate();
        Schedule schedule = new Schedule(text);
        if (schedule.next(Instant.EPOCH, ZoneId.of("UTC")).isPresent()) {
          return schedule;
        }
      }
    } catch (IllegalArgumentException noCron) {
      throw Refused.invalid("/schedule", "collect.schedule.cron", text);
    }
    throw Refused.invalid("/schedule", "collect.schedule.cron", text);
  }

  /** The first time after an instant; empty when there is none. */
  public Optional<Instant> next(Instant after, ZoneId zone) {
    Cron parsed = PARSER.parse(cron);
    return ExecutionTime.forCron(parsed)
        .nextExecution(ZonedDateTime.ofInstant(after, zone))
        .map(ZonedDateTime::toInstant);
  }

  /** «Every day at 06:00». */
  public String words(Locale locale) {
    Matcher usual = USUAL.matcher(cron);
    if (!usual.matches()) {
      return CronDescriptor.instance(locale).describe(PARSER.parse(cron));
    }
    String hour = usual.group(2);
    String day = usual.group(3);
    String weekday = usual.group(4);
    String minute = "%02d".formatted(Integer.parseInt(usual.group(1)));
    if (hour.equals("*")) {
      return day.equals("*") && weekday.equals("*")
          ? Texts.of(locale, "collect.schedule.hourly", minute)
          : CronDescriptor.instance(locale).describe(PARSER.parse(cron));
    }
    String at = "%02d:%s".formatted(Integer.parseInt(hour), minute);
    if (day.equals("*")) {
      return weekday.equals("*")
          ? Texts.of(locale, "collect.schedule.daily", at)
          : Texts.of(locale, "collect.schedule.weekly", weekday(weekday, locale), at);
    }
    return weekday.equals("*")
        ? Texts.of(locale, "collect.schedule.monthly", day, at)
        : CronDescriptor.instance(locale).describe(PARSER.parse(cron));
  }

  private static String weekday(String digit, Locale locale) {
    int day = Integer.parseInt(digit);
    return DayOfWeek.of(day == 0 ? 7 : day).getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }
}
