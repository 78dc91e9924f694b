package insight.feedback;

import insight.kernel.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody says about something.
 *
 * @param reason a short code such as {@code not-interested}; free words belong into the text
 */
public record Opinion(
    About about, Verdict verdict, Optional<String> reason, Optional<String> text) {
  public static final int LONGEST_TEXT = 4_000;
  private static final Pattern REASON = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

  public Opinion {
    reason.ifPresent(
        r -> {
          if (!isCode(r)) {
            throw Refused.invalid("/reason", "feedback.reason.code", r);
          }
        });
    text.ifPresent(
        t -> {
          if (t.length() > LONGEST_TEXT) {
            throw Refused.invalid("/text", "feedback.text.long", t.length(), LONGEST_TEXT);
          }
        });
  }

  /** Whether a reason is a code, and not free words. */
  public static boolean isCode(String reason) {
    return REASON.matcher(reason).matches();
  }
}
