package insight.launch.demo;

import insight.kernel.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the demo shop shall be: how many customers, over how many months up to the end of which day
 * (London time), and the seed of all chance in it.
 */
public record Plan(long seed, int customers, int months, LocalDate end) {
  /** Where the shop keeps its books. */
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final int MAX_CUSTOMERS = 1_000_000;
  private static final int MAX_MONTHS = 60;

  public Plan {
    if (customers < 10 || customers > MAX_CUSTOMERS) {
      throw Refused.invalid("INSIGHT_DEMO_CUSTOMERS", "demo.plan.customers", 10, MAX_CUSTOMERS);
    }
    if (months < 1 || months > MAX_MONTHS) {
      throw Refused.invalid("INSIGHT_DEMO_MONTHS", "demo.plan.months", 1, MAX_MONTHS);
    }
  }

  /**
   * 5,000 customers over the twelve months that ended yesterday, unless the environment differs.
   */
  public static Plan of(Map<String, String> environment, Clock clock) {
    return new Plan(
        number(environment, "INSIGHT_DEMO_SEED", 1),
        Math.clamp(number(environment, "INSIGHT_DEMO_CUSTOMERS", 5_000), -1, Integer.MAX_VALUE),
        Math.clamp(number(environment, "INSIGHT_DEMO_MONTHS", 12), -1, Integer.MAX_VALUE),
        LocalDate.now(clock.withZone(ZONE)).minusDays(1));
  }

  private static long number(Map<String, String> environment, String name, long otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException notANumber) {
      throw Refused.invalid(name, "demo.plan.number", name, value);
    }
  }

  LocalDate firstDay() {
    return end.plusDays(1).minusMonths(months);
  }

  /** The first instant of the first day, in milliseconds. */
  long start() {
    return midnight(firstDay());
  }

  /** The first instant after the last day; nothing happens at it or later. */
  long until() {
    return midnight(end.plusDays(1));
  }

  static long midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
  }
}
