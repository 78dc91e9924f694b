package insight.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why a customer is in a segment, from the means of the groups. */
final class Placing {
  private final Segmentation segmentation;
  private final Map<GroupFeature, Double> values;

  Placing(Segmentation segmentation, Map<GroupFeature, Double> values) {
    this.segmentation = segmentation;
    this.values = values;
  }

  Membership in(Segment own) {
    Optional<Segment> nearest =
        segmentation.segments().stream()
            .filter(s -> s.id() != own.id())
            .min(Comparator.comparingDouble(this::distance));
    List<Membership.Reason> reasons = new ArrayList<>();
    for (Method.Scale scale : segmentation.method().scales()) {
      own.of(scale.feature()).ifPresent(p -> reasons.add(reason(scale, p, nearest)));
    }
    reasons.sort(Comparator.comparingDouble(r -> -r.points()));
    return new Membership(
        own,
        nearest,
        distance(own),
        nearest.map(this::distance).orElse(Double.POSITIVE_INFINITY),
        segmentation.cutoff(),
        reasons);
  }

  private Membership.Reason reason(
      Method.Scale scale, FeatureProfile profile, Optional<Segment> nearest) {
    double value = value(scale);
    double toOwn = square(scale.of(value) - profile.smd());
    double toOther = nearest.map(n -> square(gap(n, scale))).orElse(toOwn);
    return new Membership.Reason(
        scale.feature(), value, profile.median(), profile.base(), toOther - toOwn);
  }

  private double distance(Segment segment) {
    return Math.sqrt(
        segmentation.method().scales().stream()
            .mapToDouble(scale -> square(gap(segment, scale)))
            .sum());
  }

  private double gap(Segment segment, Method.Scale scale) {
    return scale.of(value(scale))
        - segment.of(scale.feature()).map(FeatureProfile::smd).orElse(0.0);
  }

  private double value(Method.Scale scale) {
    return values.getOrDefault(scale.feature(), scale.usual());
  }

  private static double square(double x) {
    return x * x;
  }
}
