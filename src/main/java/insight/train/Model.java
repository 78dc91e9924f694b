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
    Optional<Instant> liveTo) {
  public Model {
    verdict = List.copyOf(verdict);
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

  /** The verdict in words. */
  public String verdict(Locale locale) {
    return String.join(" ", verdict.stream().map(s -> s.in(locale)).toList());
  }
}
