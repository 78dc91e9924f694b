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
    Map<String, Object> provenance) {}
