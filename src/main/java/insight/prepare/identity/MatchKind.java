package insight.prepare.identity;

import insight.kernel.Refused;
import java.util.Locale;

/** What two keys may have in common. */
public enum MatchKind {
  /** One was renamed to the other by the shop. */
  ALIAS(MatchRule.Mode.AUTOMATIC, 3, 1.0),
  /**
   * The same customer id in sources that are said to share ids, or two numbers that the shop says
   * are one person's.
   */
  USER(MatchRule.Mode.AUTOMATIC, Merges.MOST_KEYS, 0.99),
  EMAIL(MatchRule.Mode.PROPOSED, 3, 0.97),
  PHONE(MatchRule.Mode.PROPOSED, 3, 0.95),
  /** The browser of somebody not known by name, and the one customer who logged in on it. */
  DEVICE(MatchRule.Mode.AUTOMATIC, 1, 0.9),
  /** Alike by name and address. */
  NAME(MatchRule.Mode.PROPOSED, 3, 0);

  private final MatchRule.Mode preset;
  private final int most;
  private final double weight;

  MatchKind(MatchRule.Mode preset, int most, double weight) {
    this.preset = preset;
    this.most = most;
    this.weight = weight;
  }

  /** As the tables and the API write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  MatchRule.Mode preset() {
    return preset;
  }

  int most() {
    return most;
  }

  /** How sure an equal value makes; for likeness the likeness itself says it. */
  double weight() {
    return weight;
  }

  /** Whether differing names speak against it: families share mail and phones. */
  boolean personal() {
    return switch (this) {
      case ALIAS, USER, DEVICE, NAME -> false;
      case EMAIL, PHONE -> true;
    };
  }

  /** Whether it rests on one value that is equal or not. */
  public boolean exact() {
    return this != NAME;
  }

  /**
   * @throws Refused when there is no such kind
   */
  public static MatchKind of(String word) {
    for (MatchKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw Refused.invalid("/kind", "prepare.identity.kind.unknown", word);
  }
}
