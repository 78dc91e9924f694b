package insight.prepare.quality;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The quality of a source in one number: 100 · Σ weight · share of sound values ÷ Σ weight, over
 * the dimensions that could be looked at.
 */
public record Score(List<Part> parts) {
  public Score {
    parts = List.copyOf(parts);
  }

  /**
   * One dimension.
   *
   * @param checked values, or days, that were looked at
   * @param failed those that were not sound and not accepted
   */
  public record Part(Dimension dimension, long checked, long failed) {
    /** Share of sound ones, 0 to 1. */
    public double share() {
      return checked == 0 ? 1 : 1 - (double) failed / checked;
    }
  }

  /** 0 to 100; empty before anything was looked at. */
  public OptionalDouble value() {
    long weights = parts.stream().mapToLong(p -> p.dimension().weight()).sum();
    return weights == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            100
                * parts.stream().mapToDouble(p -> p.dimension().weight() * p.share()).sum()
                / weights);
  }

  /** What costs most points; empty when nothing does. */
  public java.util.Optional<Part> worst() {
    return parts.stream()
        .filter(p -> p.failed() > 0)
        .max(java.util.Comparator.comparingDouble(p -> p.dimension().weight() * (1 - p.share())));
  }
}
