package insight.collect.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.collect.Imports.Rejected;
import insight.kernel.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportRejectsTest {
  private static Rejected rejected(long line, String column, String value, String key) {
    return new Rejected(
        line, column, value, new Refused.Reason(column, key, List.of("yyyy-MM-dd")));
  }

  @Test
  void anExampleNamesLineValueAndWhatWasMeant() {
    assertEquals(
        "Line 1,951: “12 pcs”. Did you mean 12?",
        ImportRejects.example(rejected(1951, "total", "12 pcs", "collect.reject.number")));
    assertEquals("Line 4", ImportRejects.example(rejected(4, "", "", "collect.reject.unclosed")));
  }

  @Test
  void nothingIsSuggestedWhereItWouldBeAGuess() {
    assertEquals(Optional.of("4.50"), Suggestion.of("collect.reject.number", "£4.50"));
    assertEquals(Optional.empty(), Suggestion.of("collect.reject.number", "12,50"));
    assertEquals(Optional.empty(), Suggestion.of("collect.reject.number", "1 of 2"));
    assertEquals(Optional.empty(), Suggestion.of("collect.reject.number", "•••••"));
    assertEquals(Optional.of("GBP"), Suggestion.of("collect.reject.currency", "GPB"));
    assertEquals(Optional.empty(), Suggestion.of("collect.reject.time", "8/12/11"));
  }
}
