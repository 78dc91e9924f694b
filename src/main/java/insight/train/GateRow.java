package insight.train;

import insight.kernel.Texts;
import java.util.Locale;

/**
 * One line of the release gate.
 *
 * @param key what is looked at: a text key
 * @param measured the figure, with its interval where it has one
 * @param limit what it must be
 * @param n from how many rows, customers or groups the figure comes; 0 where that says nothing
 */
public record GateRow(
    Rule rule, String key, Outcome outcome, String measured, String limit, long n) {
  /** What a line looks at. */
  public enum Rule {
    CHAMPION,
    BASELINE,
    CHECK,
    SELECTION,
    RATES
  }

  /** How a line ended. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** There is nothing to look at, which is no reason to stop. */
    NOT_APPLICABLE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public boolean failed() {
    return outcome == Outcome.FAILED;
  }

  /** Fairness lines are waived by an administrator only. */
  public boolean fairness() {
    return rule == Rule.SELECTION || rule == Rule.RATES;
  }

  /** What is looked at, in words. */
  public String title(Locale locale) {
    return Texts.has(locale, key) ? Texts.of(locale, key) : key;
  }
}
