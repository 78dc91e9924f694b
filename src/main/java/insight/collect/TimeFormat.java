package insight.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads times as a source writes them. Local times are of the source's zone; those an hour change
 * skips move forward, those it repeats take the earlier offset ({@link
 * java.time.ZonedDateTime#ofLocal}).
 */
public final class TimeFormat {
  /** Without a format: what ISO 8601 and RFC 3339 allow, with a blank or a T. */
  private static final List<DateTimeFormatter> USUAL =
      List.of(
          strict("uuuu-MM-dd['T'][' ']HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][X]"),
          strict("uuuu-MM-dd"));

  private final List<DateTimeFormatter> formats;
  private final ZoneId zone;
  private String lastText = "";
  private Optional<Instant> lastInstant = Optional.empty();

  public TimeFormat(Optional<String> pattern, ZoneId zone) {
    this.formats = pattern.map(p -> List.of(strict(p))).orElse(USUAL);
    this.zone = zone;
  }

  /** As a source's mapping says. */
  static TimeFormat of(Source source, Columns columns) {
    Optional<String> pattern =
        columns.mapping().column(Canonical.TIME).flatMap(Mapping.Rule.Column::format);
    return source.kind() == SourceKind.EXCEL || source.kind() == SourceKind.JDBC
        ? orUsual(pattern, source.timeZone())
        : new TimeFormat(pattern, source.timeZone());
  }

  /**
   * For kinds that hold times as times and not as text: those come in ISO 8601, whatever the text
   * beside them is written in.
   */
  static TimeFormat orUsual(Optional<String> pattern, ZoneId zone) {
    List<DateTimeFormatter> formats = new ArrayList<>();
    pattern.map(TimeFormat::strict).ifPresent(formats::add);
    formats.addAll(USUAL);
    return new TimeFormat(formats, zone);
  }

  private TimeFormat(List<DateTimeFormatter> formats, ZoneId zone) {
    this.formats = formats;
    this.zone = zone;
  }

  /** Whether the pattern can be used. */
  static boolean valid(String pattern) {
    try {
      strict(pattern);
      return true;
    } catch (IllegalArgumentException | ClassCastException wrong) {
      return false; // the cast is the JDK's own slip over a padded field before a year
    }
  }

  /** Strict, so that 30 February is no day: it wants u for the year, people write y. */
  private static DateTimeFormatter strict(String pattern) {
    StringBuilder years = new StringBuilder();
    boolean quoted = false;
    for (char c : pattern.toCharArray()) {
      quoted ^= c == '\'';
      years.append(c == 'y' && !quoted ? 'u' : c);
    }
    return DateTimeFormatter.ofPattern(years.toString(), Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The instant; empty when the text is no such time. Neighbouring lines often share theirs. */
  public Optional<Instant> parse(String text) {
    if (!text.equals(lastText)) {
      lastInstant = read(text);
      lastText = text;
    }
    return lastInstant;
  }

  private Optional<Instant> read(String text) {
    for (DateTimeFormatter format : formats) {
      try {
        return Optional.of(instant(format.parse(text)));
      } catch (DateTimeException notThis) {
        // the next format, or none: the caller says so
      }
    }
    return Optional.empty();
  }

  private Instant instant(TemporalAccessor parsed) {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(parsed);
    }
    LocalDate day = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return LocalDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time).atZone(zone).toInstant();
  }
}
