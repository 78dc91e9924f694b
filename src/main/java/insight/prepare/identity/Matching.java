package insight.prepare.identity;

import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for keys that are one person: reads what changed, finds pairs, and merges those that a rule
 * lets merge by itself. Each step commits and can be done again, so it goes on where it was ended.
 */
@ApplicationScoped
public class Matching {
  private static final Logger LOG = Logger.getLogger(Matching.class.getName());
  private static final int LOCK = 7401;
  private static final int READ_AT_ONCE = 2_000;
  private static final int MATCHED_AT_ONCE = 2_000;

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Transactions transactions;
  @Inject IdentifierRows identifiers;
  @Inject PairRows pairs;
  @Inject MatchRules rules;
  @Inject AutomaticMerges automatic;

  /**
   * What a run did.
   *
   * @param read customers whose profile was new or changed
   * @param matched customers for whom others were looked for
   * @param merged pairs merged by a rule
   */
  public record Result(int read, int matched, int merged) {}

  /** Brings everything up to date. */
  public Result run() {
    Instant start = clock.instant();
    Map<MatchKind, MatchRule> now = rules.all();
    int read = read(rules.spaces());
    inOne(identifiers::dropUnknown);
    inOne(identifiers::readLinks);
    inOne(
        h -> {
          pairs.countShared(h, now);
          return 0;
        });
    automatic.undo();
    int matched = all(h -> pairs.match(h, now, MATCHED_AT_ONCE));
    int merged = automatic.merge(now);
    if (read + matched > 0) {
      LOG.info(
          () ->
              "Matched %d customers, %d of them new or changed; merged %d pairs; %d ms"
                  .formatted(
                      matched, read, merged, Duration.between(start, clock.instant()).toMillis()));
    }
    return new Result(read, matched, merged);
  }

  private int read(Map<Integer, String> spaces) {
    List<Long> changed = new ArrayList<>();
    inOne(
        h -> {
          changed.addAll(identifiers.changed(h));
          return 0;
        });
    for (int i = 0; i < changed.size(); i += READ_AT_ONCE) {
      List<Long> some = changed.subList(i, Math.min(changed.size(), i + READ_AT_ONCE));
      inOne(
          h -> {
            identifiers.refresh(h, spaces, some);
            return 0;
          });
    }
    return changed.size();
  }

  private int all(ToIntFunction<Handle> step) {
    int sum = 0;
    int done = inOne(step);
    while (done > 0) {
      sum += done;
      done = inOne(step);
    }
    return sum;
  }

  /** One transaction; two nodes take turns. */
  private int inOne(ToIntFunction<Handle> step) {
    return transactions.inNew(
        () ->
            jdbi.withHandle(
                h -> {
                  h.createQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                      .bind("lock", LOCK)
                      .mapTo(String.class)
                      .list();
                  return step.applyAsInt(h);
                }));
  }
}
