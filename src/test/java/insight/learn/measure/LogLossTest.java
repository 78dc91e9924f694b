package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogLossTest {
  /** Requirement AP2: the worked example of logistic regression, calculated right. */
  @Test
  void ap2TheThreeRowExampleHasItsRightFigures() {
    double[] predicted =
        Arrays.stream(new double[] {.24, .29, .34}).map(LogLoss::sigmoid).toArray();
    assertArrayEquals(new double[] {.5597, .5720, .5842}, predicted, .00005);
    assertEquals(.7522, LogLoss.mean(predicted, new boolean[] {false, true, false}), .00005);
  }

  @Test
  void certaintyThatWasWrongIsInfinitelyBad() {
    assertEquals(Double.POSITIVE_INFINITY, LogLoss.mean(new double[] {1}, new boolean[] {false}));
    assertEquals(0, LogLoss.mean(new double[] {1}, new boolean[] {true}));
  }

  @Test
  void everyPredictionNeedsItsOutcome() {
    assertThrows(IllegalArgumentException.class, () -> LogLoss.mean(new double[2], new boolean[1]));
  }
}
