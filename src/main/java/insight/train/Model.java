package insight.train;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model version.
 *
 * @param number v1, v2 … within the task
 * @param verdict why it is live, or is not: how it did, then what became of it
 * @param gate the lines of its release gate, as they were when it was registered
 * @param requestedBy who asked for its release
 * @param overrideReason why it may go live although lines of the gate failed
 * @param approvedBy who released it; empty when it went live by itself
 */
public record Model(
    long id,
    String task,
    String trainer,
    int number,
    State state,
    long runId,
    List<Sentence> verdict,
    Instant createdAt,
    Optional<Instant> liveFrom,
    Optional<Instant> liveTo,
    List<GateRow> gate,
    Optional<String> requestedBy,
    Optional<String> overrideReason,
    Optional<String> approvedBy) {
  public Model {
    verdict = List.copyOf(verdict);
    gate = List.copyOf(gate);
  }

  /** Where a version stands on its way to people. */
  public enum State {
    CANDIDATE,
    REQUESTED,
    APPROVED,
    LIVE,
    RETIRED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether every line of the gate holds. */
  public boolean passes() {
    return Gate.open(gate);
  }

  /** The verdict in words. */
  public String verdict(Locale locale) {
    return String.join(" ", verdict.stream().map(s -> s.in(locale)).toList());
  }
}
