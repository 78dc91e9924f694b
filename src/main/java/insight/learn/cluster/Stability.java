package insight.learn.cluster;

/**
 * Whether the same groups are found again, by the adjusted Rand index with the model's groups of
 * all rows; 1 is the same. Other seeds tell whether the search is left to chance, bootstrap samples
 * (Efron 1979) whether the groups are a chance of who happens to be among the rows (Hennig 2007).
 *
 * @param mean over {@code reseeds} trainings with other seeds
 * @param least of them
 * @param bootMean over {@code bootstraps} trainings on rows drawn with replacement
 * @param bootLeast of them
 */
public record Stability(
    double mean, double least, int reseeds, double bootMean, double bootLeast, int bootstraps) {
  /** From here on groups count as stable. */
  public static final double ENOUGH = .9;

  /** Of a way in which nothing is left to chance. */
  public static final Stability CERTAIN = new Stability(1, 1, 0, 1, 1, 0);

  /** The smaller of the two means. */
  public double lower() {
    return Math.min(mean, bootMean);
  }

  public boolean enough() {
    return lower() >= ENOUGH;
  }
}
