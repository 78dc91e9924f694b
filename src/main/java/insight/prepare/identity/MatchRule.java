package insight.prepare.identity;

import java.util.Locale;

/**
 * What a match of a kind leads to.
 *
 * @param most how many people may use one value before it counts as shared and is not used
 */
public record MatchRule(MatchKind kind, Mode mode, int most) {
  /** People who may use one e-mail, phone or device, where nobody said otherwise. */
  static final int MOST = 3;

  /** An id is used once in each source that shares it. */
  private static final int SOURCES = 1000;

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
    return new MatchRule(kind, kind.preset(), kind == MatchKind.USER ? SOURCES : MOST);
  }
}
