package insight.learn;

/** How a run finds out how good its model is on data that it has not seen. */
public sealed interface Validation {
  /**
   * Learns from earlier cut-offs and tests on the latest; where rows have no time, a seeded fifth.
   */
  record Latest() implements Validation {}

  /** Every row is tested once, in one of {@code folds} parts; a customer is in one part only. */
  record KFold(int folds) implements Validation {
    public KFold {
      if (folds < 2 || folds > 20) {
        throw new IllegalArgumentException("2 to 20 parts, not " + folds);
      }
    }
  }

  /** Tests on each of the latest {@code origins} cut-offs, each time learning from earlier ones. */
  record RollingOrigin(int origins) implements Validation {
    public RollingOrigin {
      if (origins < 2 || origins > 12) {
        throw new IllegalArgumentException("2 to 12 cut-offs, not " + origins);
      }
    }
  }
}
