package insight.monitor;

import insight.kernel.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of a period and how they went, step by step. */
public record Course(Figures whole, List<Step> steps) {
  public Course {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param repeatRateSoFar share of those who bought since the period's begin who did so twice
   */
  public record Step(Period period, Figures figures, double repeatRateSoFar) {}

  /** How long a step is. */
  public enum By {
    DAY(1),
    /** Seven days; the last week ends with the period, so that only the first may be shorter. */
    WEEK(7);

    private final int days;

    By(int days) {
      this.days = days;
    }

    public int days() {
      return days;
    }

    /** How many steps the period has. */
    int steps(Period period) {
      return (int) ((period.days() + days - 1) / days);
    }

    /** The days of the n-th step. */
    Period step(Period period, int n) {
      LocalDate to = period.to().minusDays((long) days * (steps(period) - 1 - n));
      LocalDate from = to.minusDays(days);
      return new Period(from.isBefore(period.from()) ? period.from() : from, to, period.zone());
    }

    public static Optional<By> of(String word) {
      return java.util.Arrays.stream(values())
          .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst();
    }
  }
}
