package insight.train.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.train.LearningTask.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityCardTest {
  private static final double NONE = Double.NaN;

  @Test
  void aMetricShowsItsIntervalItsBaselineAndTheVerdict() {
    String text = text(new Metric("ndcg@10", 0.1234, 0.11, 0.136, 3317, 0.09, true));
    assertTrue(text.contains("nDCG@10"), text);
    assertTrue(text.contains("0.123 (0.110–0.136)"), text);
    assertTrue(text.contains("n = 3,317"), text);
    assertTrue(text.contains("0.090"), text);
    assertTrue(text.contains("Better"), text);
  }

  @Test
  void whatHasNoIntervalOrBaselineIsShownWithoutAPictureAndWithoutAVerdict() {
    String text = text(new Metric("stability", 0.97, NONE, NONE, 10, NONE, true));
    assertTrue(text.contains("Stability"), text);
    assertTrue(text.contains("0.970"), text);
    assertEquals(-1, text.indexOf("Infinity"), text);
  }

  @Test
  void aMetricWithoutWordsGoesByItsName() {
    assertTrue(text(new Metric("gini", 0.5, NONE, NONE, 10, 0.5, true)).contains("gini"));
  }

  private static String text(Metric metric) {
    return new QualityCard(List.of(metric)).card().getElement().getTextRecursively();
  }
}
