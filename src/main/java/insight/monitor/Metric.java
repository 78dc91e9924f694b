package insight.monitor;

import insight.kernel.Nearest;
import insight.kernel.Refused;
import java.util.List;
import java.util.stream.Stream;

/** What a rule watches: every KPI, and the health of data and jobs. */
public sealed interface Metric {
  String id();

  /** A KPI over the rule's window. */
  record OfKpi(Kpi kpi) implements Metric {
    @Override
    public String id() {
      return kpi.id();
    }
  }

  /** Days since the newest event. */
  record Freshness() implements Metric {
    @Override
    public String id() {
      return "data.freshness.days";
    }
  }

  /** Events received in the window. */
  record Volume() implements Metric {
    @Override
    public String id() {
      return "data.volume";
    }
  }

  /** Jobs that failed in the window. */
  record JobFailures() implements Metric {
    @Override
    public String id() {
      return "job.failures";
    }
  }

  /** Megabytes free on the disk of the data directory. */
  record FreeStorage() implements Metric {
    @Override
    public String id() {
      return "storage.free.mb";
    }
  }

  List<Metric> ALL =
      Stream.concat(
              Stream.of(Kpi.values()).map(OfKpi::new).map(Metric.class::cast),
              Stream.of(new Freshness(), new Volume(), new JobFailures(), new FreeStorage()))
          .toList();

  /**
   * @throws Refused when there is no such metric, with the nearest one
   */
  static Metric of(String id) {
    return ALL.stream()
        .filter(m -> m.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid(
                    "/metric",
                    "monitor.rule.metric",
                    id,
                    Nearest.of(id, ALL.stream().map(Metric::id).toList()).orElse("revenue")));
  }
}
