package insight.monitor;

import insight.kernel.Refused;
import java.util.Arrays;
import java.util.Locale;

/** How much an alert matters. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Refused when there is no such severity
   */
  public static Severity of(String word) {
    return Arrays.stream(values())
        .filter(severity -> severity.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("/severity", "monitor.rule.severity", word));
  }
}
