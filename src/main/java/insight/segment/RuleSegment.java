package insight.segment;

import insight.kernel.Money;
import insight.segment.rule.Aim;
import insight.segment.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A group by a rule that a person wrote.
 *
 * @param version of the definition, from 1
 * @param runs each time it was counted, the newest first
 */
public record RuleSegment(
    long id,
    String name,
    Aim aim,
    String owner,
    boolean archived,
    Instant createdAt,
    int version,
    Rule rule,
    List<Run> runs) {
  public RuleSegment {
    runs = List.copyOf(runs);
  }

  /** The newest count. */
  public Optional<Run> newest() {
    return runs.stream().findFirst();
  }

  /**
   * One count.
   *
   * @param base all people of the snapshot
   */
  public record Run(
      long id,
      int version,
      long snapshot,
      Instant cutoff,
      Instant at,
      long size,
      long base,
      Optional<Money> revenue,
      double revenueShare) {
    public double share() {
      return base == 0 ? 0 : (double) size / base;
    }
  }
}
