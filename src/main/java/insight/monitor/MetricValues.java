package insight.monitor;

import insight.collect.Coverages;
import insight.kernel.Money;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Storage;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Jdbi;

/**
 * The present value of a metric over the window that ends now, by the time events happened: old
 * events that are imported today lie outside and change nothing. An empty window is 0 for counts
 * and sums; for means and shares, and where nothing was ever collected, it is empty: no data.
 */
@UseCase
public class MetricValues {
  private static final double MINUTES_A_DAY = 1440;

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Coverages coverages;
  @Inject Reporting reporting;
  @Inject Kpis kpis;
  @Inject Grants grants;
  @Inject Storage storage;

  public OptionalDouble now(Metric metric, Duration window) {
    Instant end = clock.instant();
    Instant start = end.minus(window);
    return switch (metric) {
      case Metric.OfKpi(Kpi kpi) -> kpi(kpi, start, end);
      case Metric.Freshness() -> freshness(end);
      case Metric.Volume() ->
          count(
              """
              select count(*) from co_event
              where occurred_at >= :start and occurred_at < :end""",
              start,
              end);
      case Metric.JobFailures() ->
          count(
              """
              select count(*) from rt_job
              where state = 'failed' and finished_at >= :start and finished_at < :end""",
              start,
              end);
      case Metric.FreeStorage() -> OptionalDouble.of(storage.freeMegabytes());
    };
  }

  private OptionalDouble freshness(Instant now) {
    return coverages
        .now()
        .newest()
        .map(newest -> OptionalDouble.of(Duration.between(newest, now).toMinutes() / MINUTES_A_DAY))
        .orElse(OptionalDouble.empty());
  }

  private OptionalDouble count(String sql, Instant start, Instant end) {
    return OptionalDouble.of(
        jdbi.withHandle(
            h ->
                h.createQuery(sql)
                    .bindMap(Map.of("start", start, "end", end))
                    .mapTo(Long.class)
                    .one()));
  }

  private OptionalDouble kpi(Kpi kpi, Instant start, Instant end) {
    Optional<Reporting.Basis> basis = reporting.basis();
    if (basis.isEmpty()) {
      return kpi.sumOrCount() ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    String currency = basis.get().currency();
    Figure figure =
        kpis.figures(
                start, end, Optional.empty(), currency, grants.of(Caller.PORTAL, Purpose.ANALYSIS))
            .of(kpi);
    return figure.hasValue()
        ? OptionalDouble.of(inWholeUnits(kpi, figure.value(), currency))
        : OptionalDouble.empty();
  }

  /** Money in whole units, as people write limits. */
  static double inWholeUnits(Kpi kpi, double value, String currency) {
    return switch (kpi.unit()) {
      case MONEY -> Money.of(Math.round(value), currency).amount().doubleValue();
      case COUNT, SHARE -> value;
    };
  }
}
