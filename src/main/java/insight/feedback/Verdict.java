package insight.feedback;

import java.util.Locale;
import java.util.Optional;

/** What somebody thinks. */
public enum Verdict {
  UP,
  DOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Verdict> of(String word) {
    for (Verdict verdict : values()) {
      if (verdict.word().equals(word)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }
}
