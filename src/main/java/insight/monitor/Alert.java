package insight.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A rule's condition that held, or holds. */
public record Alert(
    long id,
    AlertRule rule,
    State state,
    double value,
    Instant raisedAt,
    Instant changedAt,
    Optional<String> acknowledgedBy,
    Optional<Instant> resolvedAt) {

  /** Where an alert stands. */
  public enum State {
    FIRING,
    ACKNOWLEDGED,
    SILENCED,
    RESOLVED;

    /** Those that still matter. */
    public static final Set<State> OPEN = Set.of(FIRING, ACKNOWLEDGED, SILENCED);

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String word) {
      return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
  }

  /** One step of an alert's life. */
  public record Step(Instant at, String actor, State state, Optional<String> note) {}
}
