package insight.learn.cluster;

/**
 * Whether other seeds find the same groups: the adjusted Rand index between the model and each of
 * {@code reseeds} trainings with other seeds; 1 is the same.
 */
public record Stability(double mean, double least, int reseeds) {}
