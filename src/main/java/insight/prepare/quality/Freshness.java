package insight.prepare.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How old a source's newest delivery is, against how often it delivers.
 *
 * @param newestDelivery when something came last
 * @param newestEvent when the newest event happened
 * @param rhythm the usual time between deliveries; empty with fewer than three
 */
public record Freshness(
    Optional<Instant> newestDelivery, Optional<Instant> newestEvent, Optional<Duration> rhythm) {
  private static final Duration LEAST = Duration.ofHours(1);

  /** Whether a delivery is overdue: more than twice the usual time has passed. */
  public boolean overdue(Instant now) {
    return rhythm.isPresent()
        && newestDelivery.isPresent()
        && now.isAfter(newestDelivery.get().plus(rhythm.get().multipliedBy(2)));
  }

  /** From the times of deliveries, in order. */
  static Freshness of(List<Instant> deliveries, Optional<Instant> newestEvent) {
    double[] gaps = new double[Math.max(0, deliveries.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = Duration.between(deliveries.get(i), deliveries.get(i + 1)).toSeconds();
    }
    Duration usual = Duration.ofSeconds((long) Volume.median(gaps));
    return new Freshness(
        deliveries.isEmpty() ? Optional.empty() : Optional.of(deliveries.getLast()),
        newestEvent,
        gaps.length < 2
            ? Optional.empty()
            : Optional.of(usual.compareTo(LEAST) < 0 ? LEAST : usual));
  }
}
