package insight.learn.cluster;

/**
 * What one feature says about a row's place in its group rather than in the runner-up.
 *
 * @param value the row's own
 * @param typical the centre of its group, in the feature's unit
 * @param runnerUpTypical the centre of the runner-up
 * @param points by how much the feature is nearer to the group than to the runner-up: (x − b)² − (x
 *     − a)² in scaled units; above zero speaks for the group, and all points add up to the
 *     difference of the squared distances
 */
public record Contribution(
    String feature, double value, double typical, double runnerUpTypical, double points) {}
