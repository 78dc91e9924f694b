package insight.runtime;

import java.time.Duration;

/**
 * Something to look after again and again while the portal runs. Found by CDI and run by {@link
 * Chores}, one at a time, never two runs of it at once.
 */
public interface Chore {
  /** The pause between two runs. */
  Duration every();

  /** One run; what it throws is logged, and the next run comes as usual. */
  void run();
}
