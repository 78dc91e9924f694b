package insight.runtime.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A token bucket for each API user: a steady rate with room for bursts. */
@ApplicationScoped
public class RateLimits {
  static final double PER_SECOND = 200;
  static final double BURST = 1000;

  @Inject Clock clock;

  private record Bucket(double left, long at) {}

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** Takes one request of the user's allowance; else how many seconds to wait. */
  public OptionalLong secondsToWait(String user) {
    long now = clock.millis();
    Bucket bucket =
        buckets.compute(
            user,
            (u, old) -> {
              double left =
                  old == null
                      ? BURST
                      : Math.min(BURST, old.left() + (now - old.at()) / 1000.0 * PER_SECOND);
              return new Bucket(left < 1 ? left - 1e-9 : left - 1, now);
            });
    return bucket.left() < 0 ? OptionalLong.of(1) : OptionalLong.empty();
  }
}
