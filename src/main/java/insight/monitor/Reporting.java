package insight.monitor;

import insight.collect.Coverage;
import insight.collect.Coverages;
import insight.kernel.Period;
import insight.runtime.Setting;
import insight.runtime.Settings;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What the figures stand on: the portal's zone, the currency they are in, the span of the data. */
@UseCase
public class Reporting {
  /** Length of the period that is shown when nobody asks for another: 13 whole weeks. */
  public static final int USUAL_DAYS = 91;

  @Inject Settings settings;
  @Inject Coverages coverages;

  /**
   * The ground of a report.
   *
   * @param first the oldest event
   * @param newest the newest event
   * @param currency amounts in other currencies are left out, never added
   */
  public record Basis(
      ZoneId zone,
      String currency,
      Instant first,
      Instant newest,
      java.util.List<String> countries) {
    public Basis {
      countries = java.util.List.copyOf(countries);
    }

    /** The 91 days up to the newest event. */
    public Period usual() {
      return Period.endingWith(newest, USUAL_DAYS, zone);
    }

    public LocalDate newestDay() {
      return newest.atZone(zone).toLocalDate();
    }

    public LocalDate firstDay() {
      return first.atZone(zone).toLocalDate();
    }

    /** Whether data reach back to the period's begin, so that it can be held against another. */
    public boolean covers(Period period) {
      return !period.from().isBefore(firstDay());
    }
  }

  /** Empty while there is nothing to report on. */
  public Optional<Basis> basis() {
    Coverage coverage = coverages.now();
    Optional<String> currency = currency(coverage);
    if (coverage.newest().isEmpty() || coverage.first().isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Basis(
            settings.zone(),
            currency.get(),
            coverage.first().get(),
            coverage.newest().get(),
            coverage.countries()));
  }

  public ZoneId zone() {
    return settings.zone();
  }

  private Optional<String> currency(Coverage coverage) {
    String chosen = settings.get(Setting.CURRENCY);
    return chosen.isEmpty() ? coverage.mainCurrency() : Optional.of(chosen);
  }
}
