package insight.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One complete grouping of the customers of a snapshot.
 *
 * @param id the training run's
 * @param cutoff what the groups know: nothing at or after it
 * @param segments by falling revenue
 */
public record Segmentation(
    long id,
    long model,
    long snapshot,
    Instant cutoff,
    Instant createdAt,
    Method method,
    List<Segment> segments) {

  public Segmentation {
    segments = List.copyOf(segments);
  }

  public long customers() {
    return segments.stream().mapToLong(Segment::size).sum();
  }

  public Optional<Segment> segment(long id) {
    return segments.stream().filter(s -> s.id() == id).findFirst();
  }

  /** The segment with the same automatic name as one of another segmentation. */
  public Optional<Segment> counterpart(Segment other) {
    return segments.stream().filter(s -> s.sameKind(other)).findFirst();
  }
}
