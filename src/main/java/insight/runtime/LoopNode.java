package insight.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * A station of the operating loop, as the overview draws it. Each stage brings its own; quick to
 * answer.
 */
public interface LoopNode {
  /** Place in the loop, 10 for collecting … 90 for listening. */
  int order();

  /** Text key of its name. */
  String title();

  /** How it is now. */
  Status now();

  /** State of a station. */
  enum State {
    /** Nothing has happened here yet. */
    EMPTY,
    FINE,
    RUNNING,
    ATTENTION,
    CRITICAL
  }

  /**
   * @param textKey one line in words, with its arguments
   * @param path the page behind it
   * @param last when something last happened
   * @param next text key of what to do now, when it is this station's turn
   */
  record Status(
      State state,
      String textKey,
      Object[] arguments,
      String path,
      Optional<Instant> last,
      Optional<String> next) {
    public static Status of(State state, String path, String textKey, Object... arguments) {
      return new Status(state, textKey, arguments, path, Optional.empty(), Optional.empty());
    }

    public Status last(Optional<Instant> when) {
      return new Status(state, textKey, arguments, path, when, next);
    }

    public Status next(String key) {
      return new Status(state, textKey, arguments, path, last, Optional.of(key));
    }
  }
}
