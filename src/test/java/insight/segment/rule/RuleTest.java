package insight.segment.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.runtime.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  private static final String CONTRACT =
      """
      {"all":[{"field":"frequency","op":"ge","value":3},
              {"field":"recencyDays","op":"le","value":180}]}""";

  private static Rule read(String json) {
    return RuleReader.read(Json.parse(json));
  }

  private static Refused.Reason refused(String json) {
    return assertThrows(Refused.class, () -> read(json)).reasons().getFirst();
  }

  private static Rule frequency(Operator operator, double value) {
    return new Rule.NumberIs(Catalogue.find("frequency").orElseThrow(), operator, List.of(value));
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    Rule rule = read(CONTRACT);
    assertEquals(rule, RuleReader.read(RuleJson.of(rule)));
  }

  @Test
  void theContractsRuleBindsEveryValue() {
    RuleSql sql = RuleSql.of(read(CONTRACT), 100);
    assertEquals(Map.of("rule0", 3.0, "rule1", 180.0), sql.parameters());
  }

  @Test
  void anUnknownFieldNamesThePlaceAndTheNearestFeature() {
    Refused.Reason reason =
        refused("{\"any\":[{\"field\":\"frequencey\",\"op\":\"eq\",\"value\":1}]}");
    assertEquals("/any/0/field", reason.pointer());
    assertTrue(reason.in(Locale.ENGLISH).contains("“frequency”"));
  }

  @Test
  void nestingHasALimit() {
    String rule = "{\"field\":\"frequency\",\"op\":\"eq\",\"value\":1}";
    for (int i = 0; i < RuleReader.DEEPEST; i++) {
      rule = "{\"not\":" + rule + "}";
    }
    assertEquals("segment.rule.deep", refused(rule).key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(#_memberAccess=@ognl.OgnlContext@DEFAULT_MEMBER_ACCESS)",
        "${T(java.lang.Runtime).getRuntime().exec('id')}",
        "Runtime.getRuntime().exec('id')",
        "x'; drop table pr_feature_row; --",
        "' or 1=1 --"
      })
  void anExploitIsNoFieldAndNoOperatorAndAsAWordOnlyAValue(String payload) {
    assertEquals(
        "/field", refused("{\"field\":\"" + payload + "\",\"op\":\"eq\",\"value\":1}").pointer());
    assertEquals(
        "/op", refused("{\"field\":\"country\",\"op\":\"" + payload + "\",\"value\":1}").pointer());
    assertEquals(
        "/value",
        refused("{\"field\":\"frequency\",\"op\":\"eq\",\"value\":\"" + payload + "\"}").pointer());
    RuleSql sql =
        RuleSql.of(
            read("{\"field\":\"country\",\"op\":\"eq\",\"value\":\"" + payload + "\"}"), 100);
    assertFalse(sql.condition().contains(payload));
    assertEquals(Map.of("rule0", payload), sql.parameters());
  }

  @Test
  void whatIsNotKnownMatchesNothingNotEvenUnequal() {
    RuleTrace trace = RuleTrace.of(frequency(Operator.NE, 3), Map.of());
    assertFalse(trace.in());
    assertTrue(trace.conditions().getFirst().value().isEmpty());
  }

  @Property(tries = 200)
  void deMorganHoldsAlsoForWhatIsNotKnown(
      @ForAll @IntRange(max = 9) int value,
      @ForAll boolean known,
      @ForAll Operator first,
      @ForAll @IntRange(max = 9) int limit) {
    Map<String, Object> row = new HashMap<>();
    if (known) {
      row.put("frequency", (double) value);
    }
    Rule a =
        first == Operator.BETWEEN ? frequency(Operator.LT, limit + 2.0) : frequency(first, limit);
    Rule b = frequency(Operator.GE, 5);
    Rule left = new Rule.Not(new Rule.All(List.of(a, b)));
    Rule right = new Rule.Any(List.of(new Rule.Not(a), new Rule.Not(b)));
    assertEquals(RuleTrace.of(left, row).in(), RuleTrace.of(right, row).in());
  }
}
