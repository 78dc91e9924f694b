package insight.shell.part;

import com.vaadin.flow.router.QueryParameters;
import insight.kernel.Period;
import insight.kernel.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which days, against which, in which country: the state of every page that obeys the top bar. It
 * lives in the URL as {@code from} (first day), {@code to} (the day after the last), {@code
 * compare} and {@code country}.
 */
public record PeriodChoice(Period period, Compare compare, Optional<String> country) {
  /** What the period is held against. */
  public enum Compare {
    PREVIOUS("previous"),
    YEAR("year"),
    NONE("none");

    private final String inUrl;

    Compare(String inUrl) {
      this.inUrl = inUrl;
    }

    public String inUrl() {
      return inUrl;
    }
  }

  /** The period, with the same length before it, all countries. */
  public static PeriodChoice of(Period period) {
    return new PeriodChoice(period, Compare.PREVIOUS, Optional.empty());
  }

  /**
   * What the URL says, the rest from {@code otherwise}.
   *
   * @throws Refused when a date or comparison cannot be read
   */
  public static PeriodChoice read(QueryParameters url, PeriodChoice otherwise) {
    Optional<LocalDate> from = day(url, "from");
    Optional<LocalDate> to = day(url, "to");
    Period usual = otherwise.period();
    Period period =
        from.isEmpty() && to.isEmpty()
            ? usual
            : new Period(
                from.orElseGet(() -> to.orElse(usual.to()).minusDays(usual.days())),
                to.orElseGet(() -> from.orElse(usual.from()).plusDays(usual.days())),
                usual.zone());
    Compare compare =
        url.getSingleParameter("compare").map(PeriodChoice::compare).orElse(otherwise.compare());
    Optional<String> country =
        url.getSingleParameter("country").filter(c -> !c.isBlank()).or(otherwise::country);
    return new PeriodChoice(period, compare, country);
  }

  private static Optional<LocalDate> day(QueryParameters url, String name) {
    try {
      return url.getSingleParameter(name).map(LocalDate::parse);
    } catch (DateTimeParseException unreadable) {
      throw Refused.invalid(
          "/" + name, "shell.period.unreadable", url.getSingleParameter(name).orElse(""));
    }
  }

  private static Compare compare(String text) {
    for (Compare compare : Compare.values()) {
      if (compare.inUrl.equals(text)) {
        return compare;
      }
    }
    throw Refused.invalid("/compare", "shell.period.compare.unknown", text);
  }

  /** {@code url} with this choice in it; its other parameters stay. */
  public QueryParameters write(QueryParameters url) {
    Map<String, List<String>> all = new LinkedHashMap<>(url.getParameters());
    all.put("from", List.of(period.from().toString()));
    all.put("to", List.of(period.to().toString()));
    all.put("compare", List.of(compare.inUrl));
    all.remove("country");
    country.ifPresent(c -> all.put("country", List.of(c)));
    return new QueryParameters(all);
  }

  /** The days it is held against, if any. */
  public Optional<Period> compared() {
    return switch (compare) {
      case PREVIOUS -> Optional.of(period.previous());
      case YEAR -> Optional.of(period.yearBefore());
      case NONE -> Optional.empty();
    };
  }

  public PeriodChoice with(Period other) {
    return new PeriodChoice(other, compare, country);
  }

  public PeriodChoice with(Compare other) {
    return new PeriodChoice(period, other, country);
  }

  public PeriodChoice in(Optional<String> other) {
    return new PeriodChoice(period, compare, other);
  }

  /** The comparison in words: "previous 91 days". */
  public String compareWords() {
    return switch (compare) {
      case PREVIOUS -> Words.of("shell.period.previous", period.days());
      case YEAR -> Words.of("shell.period.year");
      case NONE -> Words.of("shell.period.none");
    };
  }
}
