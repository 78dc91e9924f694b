package insight.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.monitor.RuleCheck.Act;
import insight.monitor.RuleCheck.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RuleCheckTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aBreachedRuleWithoutWaitFiresAtOnce() {
    assertEquals(
        new Look(Optional.of(NOON), Act.FIRE),
        RuleCheck.look(rule(Duration.ZERO), OptionalDouble.of(11), Optional.empty(), NOON));
  }

  @Test
  void aBreachedRuleFiresOnlyAfterItsConditionHeldForLongEnough() {
    AlertRule rule = rule(Duration.ofMinutes(10));
    Look first = RuleCheck.look(rule, OptionalDouble.of(11), Optional.empty(), NOON);
    assertEquals(new Look(Optional.of(NOON), Act.WAIT), first);
    Instant nineMinutesOn = NOON.plusSeconds(540);
    assertEquals(
        Act.WAIT,
        RuleCheck.look(rule, OptionalDouble.of(12), first.breachedSince(), nineMinutesOn).act());
    Instant tenMinutesOn = NOON.plusSeconds(600);
    assertEquals(
        new Look(Optional.of(NOON), Act.FIRE),
        RuleCheck.look(rule, OptionalDouble.of(12), first.breachedSince(), tenMinutesOn));
  }

  @Test
  void aValueBackInRangeResolvesAndForgetsSinceWhen() {
    assertEquals(
        new Look(Optional.empty(), Act.CALM),
        RuleCheck.look(rule(Duration.ZERO), OptionalDouble.of(10), Optional.of(NOON), NOON));
  }

  @Test
  void withoutDataNothingFiresAndNothingResolves() {
    assertEquals(
        new Look(Optional.of(NOON), Act.WAIT),
        RuleCheck.look(
            rule(Duration.ZERO), OptionalDouble.empty(), Optional.of(NOON), NOON.plusSeconds(60)));
  }

  private static AlertRule rule(Duration holds) {
    return new AlertRule(
        1,
        "orders",
        Metric.of("orders"),
        new Condition.Above(10),
        Duration.ofDays(1),
        holds,
        Severity.WARNING,
        List.of(),
        "ann",
        NOON);
  }
}
