package insight.monitor;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One stage of the data's way, over a window that ends now.
 *
 * @param amount what it brought about: events stored, rows prepared, runs, models live
 * @param perSecond of those, while its jobs ran; empty where nothing ran
 * @param errors lines and messages not taken, jobs failed
 * @param waiting jobs that wait or run
 * @param last when it last ended well, ever
 */
public record Lane(
    Name name,
    long amount,
    OptionalDouble perSecond,
    long errors,
    long waiting,
    Optional<Instant> last) {

  /** The four lanes, in the order data takes them. */
  public enum Name {
    COLLECT,
    PREPARE,
    TRAIN,
    PREDICT;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
