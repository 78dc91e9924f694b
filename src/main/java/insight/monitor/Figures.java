package insight.monitor;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of a period.
 *
 * @param anonymousMinor the part of revenue without a customer
 * @param newest the newest order line in the period
 */
public record Figures(Map<Kpi, Figure> byKpi, long anonymousMinor, Optional<Instant> newest) {
  public Figures {
    byKpi = Map.copyOf(byKpi);
  }

  /** Of a time in which nothing happened. */
  public static Figures none() {
    return Sums.NOTHING.figures();
  }

  public Figure of(Kpi kpi) {
    return Objects.requireNonNull(byKpi.get(kpi));
  }

  /** Returns as a share of revenue; NaN without revenue. */
  public double returnShare() {
    double revenue = of(Kpi.REVENUE).value();
    return revenue == 0 ? Double.NaN : of(Kpi.RETURNS).value() / revenue;
  }

  /** New customers as a share of the active ones; NaN without any. */
  public double newShare() {
    double active = of(Kpi.ACTIVE_CUSTOMERS).value();
    return active == 0 ? Double.NaN : of(Kpi.NEW_CUSTOMERS).value() / active;
  }
}
