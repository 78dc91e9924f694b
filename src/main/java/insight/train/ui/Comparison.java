package insight.train.ui;

import insight.train.LearningTask.Metric;

/** How a metric stands to its baseline. */
enum Comparison {
  BETTER,
  WORSE,
  /** The baseline lies inside the interval. */
  UNCLEAR,
  NO_INTERVAL,
  NO_BASELINE;

  static Comparison of(Metric metric) {
    if (!Double.isFinite(metric.baseline())) {
      return NO_BASELINE;
    }
    if (!Figures.hasInterval(metric)) {
      return NO_INTERVAL;
    }
    boolean above = metric.low() > metric.baseline();
    boolean below = metric.high() < metric.baseline();
    if (!above && !below) {
      return UNCLEAR;
    }
    return above == metric.higherIsBetter() ? BETTER : WORSE;
  }
}
