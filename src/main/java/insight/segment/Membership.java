package insight.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's place in the live segmentation, and why.
 *
 * @param nearest the other group whose mean is nearest; empty when there is only one group
 * @param distance to the mean of the own group, in standard deviations
 * @param nearestDistance to that of the nearest other group
 * @param reasons the strongest first
 */
public record Membership(
    Segment segment,
    Optional<Segment> nearest,
    double distance,
    double nearestDistance,
    Instant asOf,
    List<Reason> reasons) {

  /** The nearest other group is far away from this distance ratio on. */
  private static final double FAR = 2;

  public Membership {
    reasons = List.copyOf(reasons);
  }

  /**
   * What one feature says.
   *
   * @param value the customer's, as the snapshot knew it
   * @param median of the group
   * @param base median of all customers
   * @param points by how much the feature is nearer to the own group than to the nearest other: (x
   *     − b)² − (x − a)² in standard deviations; below zero it speaks for the other
   */
  public record Reason(
      GroupFeature feature, double value, double median, double base, double points) {}

  /** Whether the customer lies on the border to the nearest other group. */
  public boolean border() {
    return nearest.isPresent() && nearestDistance < distance * 1.15;
  }

  /** Whether no other group comes into question. */
  public boolean clear() {
    return nearest.isEmpty() || nearestDistance >= distance * FAR;
  }
}
