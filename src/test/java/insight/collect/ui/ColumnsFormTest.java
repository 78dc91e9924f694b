package insight.collect.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.textfield.TextField;
import insight.runtime.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnsFormTest {
  @Test
  void filledFieldsBecomeAMappingAndEmptyOnesAreLeftOut() {
    assertEquals(
        Json.parse(
            """
            {"time":{"column":"when","format":"yyyy-MM-dd"},"amount":"total"}"""),
        ColumnsForm.mapping(" when ", "yyyy-MM-dd", Map.of("amount", "total ", "order", " ")));
  }

  @Test
  void aTimeWithoutAFormIsReadInTheUsualForms() {
    assertEquals(
        Json.parse("{\"time\":{\"column\":\"when\"}}"), ColumnsForm.mapping("when", "", Map.of()));
  }

  @Test
  void nothingFilledMapsNothing() {
    assertTrue(ColumnsForm.mapping(" ", "yyyy", Map.of("order", "")).isEmpty());
  }

  @Test
  void whatTheMappingIsRefusedForStandsAtItsField() {
    var fields = new ColumnsForm().fields();
    assertEquals("Column of the time", label(fields.get("/mapping/time")));
    assertEquals("Form of the time", label(fields.get("/mapping/time/format")));
    assertTrue(label(fields.get("/mapping/amount")).startsWith("Column of the amount"));
  }

  private static String label(@Nullable HasValidation field) {
    return field instanceof TextField text ? text.getLabel() : "no such field";
  }
}
