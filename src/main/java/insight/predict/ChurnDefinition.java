package insight.predict;

import insight.kernel.Texts;
import java.util.Locale;

/**
 * What is meant by leaving: somebody who has bought makes no order within so many days. Said with
 * every figure that rests on it.
 *
 * @param days 14 to 365
 */
public record ChurnDefinition(int days) {
  /** Shorter, and the usual pause between two orders is taken for leaving. */
  public static final int LEAST_DAYS = 14;

  public static final int MOST_DAYS = 365;
  static final int USUAL_DAYS = 90;

  public ChurnDefinition {
    if (days < LEAST_DAYS || days > MOST_DAYS) {
      throw new IllegalArgumentException("14 to 365 days, not " + days);
    }
  }

  public String words(Locale locale) {
    return Texts.of(locale, "predict.churn.definition", days);
  }
}
