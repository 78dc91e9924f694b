package insight.prepare.cleaning;

import java.time.Instant;
import java.util.List;

/**
 * What a rule found in one import.
 *
 * @param rule as it was then
 * @param checked values it judged
 * @param failed values that were not sound: kept apart, replaced, or counted
 * @param changed values it brought to another form or replaced
 */
public record CleaningResult(
    long importId,
    CleaningRule rule,
    long checked,
    long failed,
    long changed,
    List<Sample> samples,
    Basis basis,
    Instant at) {
  public CleaningResult {
    samples = List.copyOf(samples);
  }

  /** A value that did not pass, masked where it may tell about a person. */
  public record Sample(long line, String from, String to) {}

  /** Share of sound values, 0 to 1. */
  public double passed() {
    return checked == 0 ? 1 : 1 - (double) failed / checked;
  }
}
