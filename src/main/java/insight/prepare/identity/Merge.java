package insight.prepare.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * That keys are one person: a fact with its evidence, undone at most once.
 *
 * @param keys the keys found to be one person, without doubles
 * @param survivor the key that should stand for the person
 * @param fields for a field, the key whose value counts; absent: the newest value
 * @param evidence {@link MatchKind} words, or {@code manual}
 */
public record Merge(
    long id,
    List<Long> keys,
    long survivor,
    Map<PersonField, Long> fields,
    List<String> evidence,
    OptionalDouble score,
    String by,
    Instant at,
    Optional<Undone> undone) {
  /** Evidence of a merge that a person asked for without a proposal. */
  public static final String MANUAL = "manual";

  public Merge {
    keys = List.copyOf(keys);
    fields = Map.copyOf(fields);
    evidence = List.copyOf(evidence);
  }

  /** Who took the merge back, and when. */
  public record Undone(String by, Instant at) {}
}
