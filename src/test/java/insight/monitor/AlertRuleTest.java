package insight.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.runtime.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {
  @Test
  void everyKpiAndTheHealthOfDataAndJobsCanBeWatched() {
    for (Metric metric : Metric.ALL) {
      assertEquals(metric, Metric.of(metric.id()));
    }
    assertEquals(Kpi.values().length + 4, Metric.ALL.size());
  }

  @Test
  void aMistypedMetricIsAnsweredWithTheNearestOne() {
    Refused refused = assertThrows(Refused.class, () -> Metric.of("revenu"));
    assertEquals("/metric", refused.reasons().getFirst().pointer());
    assertTrue(refused.in(Locale.ENGLISH).contains("Did you mean “revenue”?"));
  }

  @ParameterizedTest
  @CsvSource({
    "above, 10, 10, false",
    "above, 10, 10.1, true",
    "below, 10, 10, false",
    "below, 10, 9.9, true"
  })
  void aLimitItselfIsStillFine(String kind, double limit, double value, boolean breached) {
    Condition condition = Condition.of(Json.object().add(kind, limit).build());
    assertEquals(breached, condition.breachedBy(value));
    assertEquals(condition, Condition.of(condition.json()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"above\":\"5\"}", "{\"above\":1,\"below\":2}", "{\"over\":1}"})
  void whatIsNoConditionIsRefusedAtItsPlace(String json) {
    Refused refused = assertThrows(Refused.class, () -> Condition.of(Json.parse(json)));
    assertEquals("/condition", refused.reasons().getFirst().pointer());
  }

  @Test
  void aRuleIsCheckedAtBirth() {
    assertEquals("/name", pointer(() -> draft(" ", Duration.ofDays(1), Duration.ZERO, "")));
    assertEquals("/window", pointer(() -> draft("a", Duration.ZERO, Duration.ZERO, "")));
    assertEquals("/window", pointer(() -> draft("a", Duration.ofDays(401), Duration.ZERO, "")));
    assertEquals("/for", pointer(() -> draft("a", Duration.ofDays(1), Duration.ofDays(31), "")));
    assertEquals(
        "/channels/0", pointer(() -> draft("a", Duration.ofDays(1), Duration.ZERO, "pigeon")));
    assertEquals(
        List.of("email:ops@example.test"),
        draft("a", Duration.ofDays(1), Duration.ZERO, "email:ops@example.test").channels());
  }

  private static String pointer(Runnable act) {
    return assertThrows(Refused.class, act::run).reasons().getFirst().pointer();
  }

  private static AlertRule.Draft draft(
      String name, Duration window, Duration holds, String channel) {
    return new AlertRule.Draft(
        name,
        Metric.of("orders"),
        new Condition.Below(5),
        window,
        holds,
        Severity.INFO,
        channel.isEmpty() ? List.of() : List.of(channel));
  }
}
