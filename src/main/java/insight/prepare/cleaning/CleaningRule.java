package insight.prepare.cleaning;

import java.time.Instant;

/**
 * A rule of a source, in one of its states.
 *
 * @param blocking whether a line that fails is kept apart; else it is kept and counted
 * @param version counted up with each change
 * @param note why it was made or changed
 */
public record CleaningRule(
    int id,
    int sourceId,
    Target target,
    Rule rule,
    boolean blocking,
    boolean active,
    int version,
    String note,
    String changedBy,
    Instant changedAt) {

  /** A rule that is not kept yet. */
  public record Draft(int sourceId, Target target, Rule rule, boolean blocking, String note) {}

  /** Whether a failing line is kept apart. */
  public boolean keepsApart() {
    return keepsApart(rule, blocking);
  }

  static boolean keepsApart(Rule rule, boolean blocking) {
    return switch (rule) {
      case Rule.Check check -> blocking;
      case Rule.Missing(var policy) -> policy instanceof Rule.Policy.Reject;
      case Rule.Outlier(var method, var limit, var handling) ->
          handling == Rule.Handling.QUARANTINE;
      case Rule.Normalised(var form) -> false;
    };
  }
}
