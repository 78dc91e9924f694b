package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.runtime.Json;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static Refused refused(String json) {
    return assertThrows(Refused.class, () -> Mapping.parse(Json.parse(json)));
  }

  @Test
  void whatIsWrittenComesBack() {
    String json =
        """
        {"time":{"column":"t","format":"yyyy"},"amount":"a","event":{"constant":"Order Completed"}}""";
    Mapping mapping = Mapping.parse(Json.parse(json));
    assertEquals(mapping, Mapping.parse(mapping.json()));
    assertEquals("a", mapping.column(Canonical.AMOUNT).orElseThrow().name());
  }

  @Test
  void aMisspelledFieldGetsASuggestion() {
    Refused refused = refused("{\"time\":\"t\",\"amount\":\"a\",\"custmer\":\"c\"}");
    assertEquals("/mapping/custmer", refused.reasons().getFirst().pointer());
    assertTrue(refused.in(Locale.ENGLISH).contains("Did you mean customer?"));
  }

  @Test
  void aRuleOfTheWrongFormIsShownTheRightOne() {
    Refused refused = refused("{\"time\":\"t\",\"amount\":5}");
    assertTrue(refused.in(Locale.ENGLISH).contains("{\"column\":\"…\"}"));
    assertTrue(refused.in(Locale.SIMPLIFIED_CHINESE).contains("{\"constant\":\"…\"}"));
  }

  @Test
  void timeAndAmountAreNeeded() {
    assertEquals(2, refused("{\"order\":\"o\"}").reasons().size());
  }

  @Test
  void aTimePatternIsChecked() {
    assertEquals(
        "/mapping/time/format",
        refused("{\"time\":{\"column\":\"t\",\"format\":\"yyyy-QQQQQQQ\"},\"amount\":\"a\"}")
            .reasons()
            .getFirst()
            .pointer());
  }

  @Test
  void numbersAreReadAsTheirColumnWritesThem() {
    assertEquals("1234.56", Numerals.COMMA.plain("1.234,56"));
    assertEquals("-3.5", Numerals.COMMA.plain("-3,5"));
    assertEquals("1234567.8", Numerals.COMMA.plain("1 234\u00a0567,8"));
    assertEquals("1234.56", Numerals.POINT.plain("1,234.56"));
    Refused refused = refused("{\"time\":\"t\",\"amount\":{\"column\":\"a\",\"format\":\"0,00\"}}");
    assertEquals("/mapping/amount/format", refused.reasons().getFirst().pointer());
    assertTrue(refused.in(Locale.ENGLISH).contains("1.234,56"));
  }

  @Test
  void everyPresetThatReadsColumnsIsAMapping() {
    for (Preset preset : Preset.values()) {
      if (preset.kind() == SourceKind.CSV) {
        boolean timeless = preset.timeOfOrder() && !preset.mapping().has(Canonical.TIME);
        if (!timeless) {
          assertEquals(preset.mapping(), Mapping.parse(preset.mapping().json(), preset.content()));
        }
      }
    }
  }
}
