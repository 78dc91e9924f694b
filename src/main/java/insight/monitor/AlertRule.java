package insight.monitor;

import insight.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Watches one metric.
 *
 * @param window the value is taken over the window that ends now
 * @param holds how long the condition must hold before the alert fires
 */
public record AlertRule(
    long id,
    String name,
    Metric metric,
    Condition condition,
    Duration window,
    Duration holds,
    Severity severity,
    List<String> channels,
    String owner,
    Instant createdAt) {

  /** A rule to be made; checked at birth. */
  public record Draft(
      String name,
      Metric metric,
      Condition condition,
      Duration window,
      Duration holds,
      Severity severity,
      List<String> channels) {
    private static final Pattern CHANNEL = Pattern.compile("(email|sms|voice|webhook):\\S{1,200}");

    public Draft {
      if (name.isBlank() || name.length() > 120) {
        throw Refused.invalid("/name", "monitor.rule.name");
      }
      if (window.isNegative() || window.isZero() || window.compareTo(Duration.ofDays(400)) > 0) {
        throw Refused.invalid("/window", "monitor.rule.window", window.toString());
      }
      if (holds.isNegative() || holds.compareTo(Duration.ofDays(30)) > 0) {
        throw Refused.invalid("/for", "monitor.rule.for", holds.toString());
      }
      channels = List.copyOf(channels);
      for (int i = 0; i < channels.size(); i++) {
        if (!CHANNEL.matcher(channels.get(i)).matches()) {
          throw Refused.invalid("/channels/" + i, "monitor.rule.channel", channels.get(i));
        }
      }
    }
  }
}
