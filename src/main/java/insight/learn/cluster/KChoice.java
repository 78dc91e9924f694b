package insight.learn.cluster;

import insight.learn.Trained;
import java.util.List;

/**
 * How many groups, and what speaks for that number.
 *
 * @param best the groups with the highest silhouette
 * @param candidates every number tried, ascending
 */
public record KChoice(Trained<Clustering> best, List<Candidate> candidates) {

  /**
   * One number of groups.
   *
   * @param silhouette the mean silhouette of its groups, −1…1
   * @param inertia the sum of the squared distances to the centres: falls with every k, its bend is
   *     the «elbow»
   */
  public record Candidate(int k, double silhouette, double inertia) {}

  public KChoice {
    candidates = List.copyOf(candidates);
  }
}
