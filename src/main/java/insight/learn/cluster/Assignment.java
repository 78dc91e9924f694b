package insight.learn.cluster;

/**
 * The two groups whose centres are nearest to a row.
 *
 * @param cluster the nearest, to which the row belongs
 * @param distance to it, in scaled units
 * @param runnerUp the second nearest
 */
public record Assignment(int cluster, double distance, int runnerUp, double runnerUpDistance) {}
