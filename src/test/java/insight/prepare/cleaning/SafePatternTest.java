package insight.prepare.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+",
        "(a*)*b",
        "(a|aa)+$",
        "(\\d+){2,}",
        "((ab)*c)*",
        "(x+x+)+y",
        "(a)\\1",
        "(?=a)b",
        "(?<!x)y",
        "",
        "(",
        "(.*a){12}"
      })
  void whatCouldTakeForEverIsRefused(String pattern) {
    Refused refused = assertThrows(Refused.class, () -> SafePattern.of(pattern));
    assertEquals("/pattern", refused.reasons().getFirst().pointer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\d{5}[A-Z]?", "C?\\d+", "(?:ab)+c", "[^@ ]+@[^@ ]+", "(EN|ZH)-\\d{3}"})
  void usualPatternsArePossible(String pattern) {
    SafePattern.of(pattern);
  }

  @Test
  void theWholeValueIsMeant() {
    SafePattern stock = SafePattern.of("\\d{5}[A-Z]?");
    assertTrue(stock.matches("85123A"));
    assertFalse(stock.matches("x85123A"));
    assertTrue(stock.matches("22633"));
  }

  @Test
  void aSlowPatternGivesUp() {
    SafePattern slow = SafePattern.of("a*a*a*a*a*a*a*a*b");
    assertTimeoutPreemptively(
        Duration.ofSeconds(1), () -> assertFalse(slow.matches("a".repeat(1500))));
  }
}
