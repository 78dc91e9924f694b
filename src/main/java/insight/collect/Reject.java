package insight.collect;

import java.util.List;

/**
 * A line that was not taken.
 *
 * @param column the column, or the place in a message; empty for the line as a whole
 * @param value what stood there, its beginning at most
 * @param personal whether the value may tell something about a person
 * @param key why, as a text key with arguments
 */
record Reject(
    long line, String column, String value, boolean personal, String key, List<String> arguments) {
  /** Longest value that is kept. */
  static final int LONGEST = 200;

  Reject {
    arguments = List.copyOf(arguments);
    value = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }

  /** Carries a reject out of a converter; made without a stack trace, since there may be many. */
  static final class Because extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Reject reject;

    Because(Reject reject) {
      super(reject.key(), null, false, false);
      this.reject = reject;
    }

    Reject reject() {
      return reject;
    }
  }
}
