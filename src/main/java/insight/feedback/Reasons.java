package insight.feedback;

import insight.kernel.Texts;
import java.util.List;
import java.util.Locale;

/** The reasons that the portal's own pages offer. Shops may send others. */
public final class Reasons {
  private static final List<String> UP = List.of("good-match", "would-offer", "other");
  private static final List<String> DOWN =
      List.of("not-interested", "already-has", "wrong-match", "too-expensive", "other");

  private Reasons() {}

  public static List<String> of(Verdict verdict) {
    return switch (verdict) {
      case UP -> UP;
      case DOWN -> DOWN;
    };
  }

  public static String key(String code) {
    return "feedback.reason." + code;
  }

  /** In words; a code that we do not know as it came. */
  public static String words(String code, Locale locale) {
    return Texts.has(locale, key(code)) ? Texts.of(locale, key(code)) : code;
  }
}
