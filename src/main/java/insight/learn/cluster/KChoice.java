package insight.learn.cluster;

import insight.learn.Trained;
import java.util.List;

/**
 * How many groups, and what speaks for that number.
 *
 * @param best the groups with the highest silhouette of those that are stable; of all when none is
 * @param candidates every number tried, ascending
 */
public record KChoice(Trained<Clustering> best, List<Candidate> candidates) {

  /**
   * One number of groups.
   *
   * @param silhouette the mean silhouette of its groups, −1…1
   * @param inertia the sum of the squared distances to the centres: falls with every k, its bend is
   *     the «elbow»
   * @param stability whether other seeds and other samples of the rows give the same groups
   */
  public record Candidate(int k, double silhouette, double inertia, Stability stability) {}

  public KChoice {
    candidates = List.copyOf(candidates);
  }

  /** The candidate that was taken. */
  public Candidate chosen() {
    int k = best.model().k();
    return candidates.stream().filter(c -> c.k() == k).findFirst().orElseThrow();
  }
}
