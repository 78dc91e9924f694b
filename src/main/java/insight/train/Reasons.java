package insight.train;

import insight.kernel.Refused;
import java.util.Optional;

/** Why a person takes a step, as others will read it later. */
final class Reasons {
  /** Longer reasons belong elsewhere. */
  static final int LONGEST = 500;

  private Reasons() {}

  /** The reason without blanks around it; empty when nothing else is left. */
  static Optional<String> text(Optional<String> text, String pointer) {
    Optional<String> stripped = text.map(String::strip).filter(t -> !t.isEmpty());
    if (stripped.filter(t -> t.length() > LONGEST).isPresent()) {
      throw Refused.invalid(pointer, "train.release.long", LONGEST);
    }
    return stripped;
  }

  static String required(String reason) {
    return text(Optional.of(reason), "/reason")
        .orElseThrow(() -> Refused.invalid("/reason", "train.release.reason"));
  }
}
