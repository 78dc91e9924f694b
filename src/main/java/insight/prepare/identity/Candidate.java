package insight.prepare.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two keys that have an identifier or a block in common.
 *
 * @param kinds the identifiers that are equal, as {@link MatchKind} words
 * @param holders how many customers have the very same name; null: the names differ
 */
record Candidate(long customerKey, long otherKey, List<String> kinds, @Nullable Long holders) {
  /** Names less alike than this speak against one person. */
  private static final double OTHER_NAME = 0.7;

  private static final double AGAINST = 0.8;

  /** Likeness alone is never surer than this. */
  private static final double ALIKE = 0.95;

  Candidate {
    kinds = List.copyOf(kinds);
  }

  /**
   * How sure it is that both are one person: each equal identifier takes away from the doubt, names
   * that differ bring some back, unless the shop itself said that both are one.
   */
  double score(Likeness likeness) {
    double doubt = 1;
    boolean personal = !kinds.isEmpty();
    for (String word : kinds) {
      MatchKind kind = MatchKind.of(word);
      doubt *= 1 - kind.weight();
      personal &= kind.personal();
    }
    double sure =
        kinds.isEmpty()
            ? Math.min(ALIKE, likeness.score())
            : 1 - doubt * (1 - likeness.score() / 2);
    boolean others = likeness.fields().getOrDefault(PersonField.NAME, 1.0) < OTHER_NAME;
    return personal && others ? sure * AGAINST : sure;
  }
}
