package insight.train.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.train.LearningTask.Metric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "0.4, 0.6, 0.3, true, BETTER",
    "0.4, 0.6, 0.7, true, WORSE",
    "0.4, 0.6, 0.3, false, WORSE",
    "0.4, 0.6, 0.7, false, BETTER",
    "0.4, 0.6, 0.4, true, UNCLEAR",
    "0.4, 0.6, NaN, true, NO_BASELINE",
    "NaN, NaN, 0.3, true, NO_INTERVAL"
  })
  void onlyAWholeIntervalOnTheBetterSideIsBetter(
      double low, double high, double baseline, boolean higherIsBetter, Comparison expected) {
    Metric metric = new Metric("ndcg@10", 0.5, low, high, 100, baseline, higherIsBetter);
    assertEquals(expected, Comparison.of(metric));
  }
}
