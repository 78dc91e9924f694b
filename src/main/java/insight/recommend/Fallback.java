package insight.recommend;

import java.util.Locale;

/** Whether a list is personal, or what stood in for it. */
public enum Fallback {
  /** Personal: learnt from what the customer bought. */
  NONE,
  /** The same for everybody: what sells best now. */
  POPULARITY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
