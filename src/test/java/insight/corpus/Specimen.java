package insight.corpus;

/**
 * One piece of bad (or odd but good) input.
 *
 * @param kind what is odd about it, in a few words
 * @param text the message, row or body
 * @param good whether it must be taken all the same
 */
public record Specimen(String kind, String text, boolean good) {
  static Specimen bad(String kind, String text) {
    return new Specimen(kind, text, false);
  }

  static Specimen good(String kind, String text) {
    return new Specimen(kind, text, true);
  }
}
