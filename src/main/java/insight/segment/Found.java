package insight.segment;

import insight.learn.cluster.Distance;
import insight.learn.cluster.Stability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a way of grouping found.
 *
 * @param distance in whose eyes silhouettes were measured
 * @param labels the groups' labels where the way gives them
 * @param lastIsNoGroup whether the last group holds those who are in none
 * @param stability empty when nothing is left to chance
 */
record Found(
    byte[] model,
    String format,
    int[] groupOf,
    int k,
    Distance distance,
    Optional<List<SegmentLabel>> labels,
    List<Method.Candidate> candidates,
    double silhouette,
    Optional<Stability> stability,
    Map<String, Object> provenance,
    Shape shape,
    Optional<Explained> explained,
    boolean lastIsNoGroup) {

  /**
   * How much of an outcome the groups explain among customers held out.
   *
   * @param oneFork what a single best fork explains
   */
  record Explained(double share, double oneFork) {}

  /** Groups around centres or by scores. */
  Found(
      byte[] model,
      String format,
      int[] groupOf,
      int k,
      Distance distance,
      Optional<List<SegmentLabel>> labels,
      List<Method.Candidate> candidates,
      double silhouette,
      Optional<Stability> stability,
      Map<String, Object> provenance,
      Shape shape) {
    this(
        model,
        format,
        groupOf,
        k,
        distance,
        labels,
        candidates,
        silhouette,
        stability,
        provenance,
        shape,
        Optional.empty(),
        false);
  }
}
