package insight.monitor;

import insight.kernel.Period;
import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the figures should reach: a value a day for sums, the value itself for means and shares. */
@UseCase
public class Targets {
  @Inject Jdbi jdbi;
  @Inject Audit audit;
  @Inject Clock clock;

  private record Row(String kpi, @Nullable Double perDay, @Nullable Double value) {}

  /** The targets of a period: sums are scaled to its days. Money in minor units. */
  public Map<Kpi, Double> over(Period period) {
    return over(period.days());
  }

  /** As above, of a span of so many days. */
  public Map<Kpi, Double> over(double days) {
    List<Row> rows =
        jdbi.withHandle(
            h ->
                h.createQuery("select kpi, per_day, value from mo_target").mapTo(Row.class).list());
    Map<Kpi, Double> targets = new EnumMap<>(Kpi.class);
    for (Row row : rows) {
      Kpi.of(row.kpi()).ifPresent(kpi -> targets.put(kpi, scaled(row, days)));
    }
    return targets;
  }

  private static double scaled(Row row, double days) {
    Double perDay = row.perDay();
    if (perDay != null) {
      return perDay * days;
    }
    return Objects.requireNonNull(row.value());
  }

  /** Sets the target the period should reach; for sums it is kept as a value a day. */
  public void set(Kpi kpi, double value, Period period, Caller by) {
    if (!Double.isFinite(value) || value <= 0 || kpi.unit() == Kpi.Unit.SHARE && value > 1) {
      throw Refused.invalid("/value", "monitor.target.value");
    }
    boolean daily = kpi.adds();
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into mo_target (kpi, per_day, value, set_by, set_at)
                    values (:kpi, :perDay, :value, :by, :now)
                    on conflict (kpi) do update set per_day = excluded.per_day,
                      value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at""")
                .bind("kpi", kpi.id())
                .bind("perDay", daily ? value / period.days() : null)
                .bind("value", daily ? null : value)
                .bind("by", by.name())
                .bind("now", clock.instant())
                .execute());
    audit.record(
        by.name(), Audit.Action.CHANGE, "target " + kpi.id(), null, Map.of("value", value));
  }

  /** Takes a target away. */
  public void clear(Kpi kpi, Caller by) {
    jdbi.useHandle(
        h ->
            h.createUpdate("delete from mo_target where kpi = :kpi")
                .bind("kpi", kpi.id())
                .execute());
    audit.record(
        by.name(), Audit.Action.CHANGE, "target " + kpi.id(), null, Map.of("cleared", true));
  }
}
