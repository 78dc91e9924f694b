package insight.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
  @ParameterizedTest
  @CsvSource({
    "168.6, 100, UP",
    "56, 100, DOWN",
    "100, 100, SAME",
    "100.01, 100, SAME",
    "5, 0, UP",
    "0, 0, SAME",
    "NaN, 1, UNKNOWN",
    "1, NaN, UNKNOWN"
  })
  void exactValuesMoveAsTheyAreWritten(double now, double then, Change.Way way) {
    assertEquals(way, Change.of(now, then).way());
  }

  @Test
  void figuresWhoseIntervalsOverlapShowNoClearChange() {
    Figure now = new Figure(Kpi.AVERAGE_ORDER_VALUE, 560, 526, 594, 6646);
    Figure then = new Figure(Kpi.AVERAGE_ORDER_VALUE, 511, 473, 548, 4326);
    assertEquals(Change.Way.UNCLEAR, Change.of(now, then).way());
  }

  @Test
  void figuresWhoseIntervalsLieApartHaveChanged() {
    Figure now = new Figure(Kpi.REPEAT_RATE, .477, .459, .496, 2851);
    Figure then = new Figure(Kpi.REPEAT_RATE, .427, .405, .449, 1934);
    assertEquals(Change.Way.UP, Change.of(now, then).way());
    assertEquals(.05, Change.of(now, then).points(), 1e-9);
  }
}
