package insight.learn.cluster;

/**
 * One step of a rule.
 *
 * @param above whether the feature must be above the threshold; else at or below it
 */
public record Condition(String feature, boolean above, double threshold) {}
