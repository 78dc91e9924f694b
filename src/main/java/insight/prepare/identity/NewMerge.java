package insight.prepare.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A merge as it is asked for.
 *
 * @param keys found to be one person
 * @param survivor the key that should stand for the person; empty: the key with a profile, then the
 *     one known longest
 * @param fields for a field, the key whose value counts
 */
public record NewMerge(
    List<Long> keys,
    Optional<Long> survivor,
    Map<PersonField, Long> fields,
    List<String> evidence,
    OptionalDouble score) {

  public NewMerge {
    keys = List.copyOf(keys);
    fields = Map.copyOf(fields);
    evidence = List.copyOf(evidence);
  }

  /** These keys, as a person says, with nothing chosen. */
  public static NewMerge manual(Set<Long> keys) {
    return new NewMerge(
        List.copyOf(keys),
        Optional.empty(),
        Map.of(),
        List.of(Merge.MANUAL),
        OptionalDouble.empty());
  }

  /** A proposed pair, with nothing chosen. */
  public static NewMerge of(Proposal proposal) {
    return of(proposal, Optional.empty(), Map.of());
  }

  /** A proposed pair, with what somebody chose. */
  public static NewMerge of(
      Proposal proposal, Optional<Long> survivor, Map<PersonField, Long> fields) {
    return new NewMerge(
        List.of(proposal.customerKey(), proposal.otherKey()),
        survivor,
        fields,
        proposal.evidence(),
        OptionalDouble.of(proposal.score()));
  }

  /** A pair that a rule lets merge by itself. */
  static NewMerge of(long a, long b, List<String> evidence, double score) {
    return new NewMerge(
        List.of(a, b), Optional.empty(), Map.of(), evidence, OptionalDouble.of(score));
  }
}
