package insight.prepare.identity;

import java.util.Locale;

/**
 * What a match of a kind leads to.
 *
 * @param most how many people may use one value before it counts as shared and is not used
 */
public record MatchRule(MatchKind kind, Mode mode, int most) {
  /** What happens on a match. */
  public enum Mode {
    AUTOMATIC,
    PROPOSED,
    OFF;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static MatchRule preset(MatchKind kind) {
    return new MatchRule(kind, kind.preset(), kind.most());
  }
}
