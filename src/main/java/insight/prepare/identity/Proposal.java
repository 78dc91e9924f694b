package insight.prepare.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two keys that may be one person.
 *
 * @param kinds the identifiers that are equal
 * @param likeness of names and addresses, where they are alike
 * @param score how sure it is, 0 to 1
 * @param person whom the first key stands for now
 * @param other whom the second key stands for now
 */
public record Proposal(
    long customerKey,
    long otherKey,
    List<MatchKind> kinds,
    OptionalDouble likeness,
    double score,
    State state,
    Instant foundAt,
    Optional<Decided> decided,
    long person,
    long other) {

  public Proposal {
    kinds = List.copyOf(kinds);
  }

  /** What was decided about it. */
  public enum State {
    OPEN,
    LATER,
    REJECTED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Who decided, and when. */
  public record Decided(String by, Instant at) {}

  /** The words that a merge of it keeps as its evidence. */
  public List<String> evidence() {
    List<String> words = new java.util.ArrayList<>(kinds.stream().map(MatchKind::word).toList());
    if (likeness.isPresent()) {
      words.add(MatchKind.NAME.word());
    }
    return words;
  }
}
