package insight.privacy;

import insight.kernel.Refused;
import java.util.Locale;

/** Why personal data is read. */
public enum Purpose {
  /** Helping one customer. */
  SERVICE,
  /** Figures and groups. */
  ANALYSIS,
  /** Addressing people. */
  MARKETING,
  /** Fitting what is shown to a person: segments by model, recommendations, scores. */
  PERSONALISATION,
  /** Rights of the person. */
  PRIVACY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The purpose of an {@code Insight-Purpose} header.
   *
   * @throws Refused when there is no such purpose
   */
  public static Purpose of(String word) {
    for (Purpose purpose : values()) {
      if (purpose.word().equalsIgnoreCase(word.strip())) {
        return purpose;
      }
    }
    throw Refused.invalid("/Insight-Purpose", "privacy.purpose.unknown", word);
  }
}
