package insight.monitor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.monitor.Alert;
import insight.monitor.AlertRule;
import insight.monitor.Condition;
import insight.monitor.Metric;
import insight.monitor.Severity;
import insight.shell.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertWordsTest {
  @Test
  void aRuleReadsAsASentence() {
    AlertRule rule =
        rule("revenue", new Condition.Below(5000), Duration.ofDays(1), Duration.ofMinutes(10));
    assertEquals(
        "Revenue below £5,000 over the last day, for 10 minutes on end",
        AlertWords.rule(rule, "GBP", Locale.ENGLISH));
    assertEquals(
        "最近 1 天的销售额低于 £5,000，且持续 10 分钟", AlertWords.rule(rule, "GBP", Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void theAgeOfDataHasNoWindow() {
    AlertRule rule =
        rule("data.freshness.days", new Condition.Above(2), Duration.ofDays(1), Duration.ZERO);
    assertEquals("Age of the newest data above 2 days", AlertWords.rule(rule, "", Locale.ENGLISH));
  }

  @Test
  void sharesReadInPercent() {
    assertEquals("45.0%", AlertWords.value(Metric.of("repeatRate"), .45, "GBP", Locale.ENGLISH));
  }

  @Test
  void theSignIsTheWorstThatFires() {
    assertEquals(Sign.NO_DATA, WatchState.sign(List.of(), false));
    assertEquals(Sign.ALL_FINE, WatchState.sign(List.of(), true));
    assertEquals(
        new Sign(Sign.State.ATTENTION, 1), WatchState.sign(List.of(alert(Severity.WARNING)), true));
    assertEquals(
        new Sign(Sign.State.CRITICAL, 1),
        WatchState.sign(List.of(alert(Severity.WARNING), alert(Severity.CRITICAL)), true));
  }

  private static AlertRule rule(
      String metric, Condition condition, Duration window, Duration holds) {
    return new AlertRule(
        1,
        "a rule",
        Metric.of(metric),
        condition,
        window,
        holds,
        Severity.WARNING,
        List.of(),
        "ann",
        Instant.EPOCH);
  }

  private static Alert alert(Severity severity) {
    AlertRule rule =
        new AlertRule(
            1,
            "a rule",
            Metric.of("orders"),
            new Condition.Below(1),
            Duration.ofDays(1),
            Duration.ZERO,
            severity,
            List.of(),
            "ann",
            Instant.EPOCH);
    return new Alert(
        1,
        rule,
        Alert.State.FIRING,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty());
  }
}
