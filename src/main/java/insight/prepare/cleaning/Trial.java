package insight.prepare.cleaning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule would do, counted on all events the source has stored.
 *
 * @param rows that could have a value
 * @param failed rows that would not be sound
 * @param changed rows whose value would become another one
 * @param examples at most five, the most frequent first
 * @param basis what it would judge by
 */
public record Trial(long rows, long failed, long changed, List<Example> examples, Basis basis) {
  public Trial {
    examples = List.copyOf(examples);
  }

  /**
   * A value that would not pass, and a row that has it.
   *
   * @param value empty where none is; masked where it may tell about a person
   * @param to what it would become; empty when it stays
   */
  public record Example(
      String value, String to, long rows, Instant at, Optional<Long> importId, long line) {}

  /** Share of rows that would fail, 0 to 1. */
  public double share() {
    return rows == 0 ? 0 : (double) failed / rows;
  }
}
