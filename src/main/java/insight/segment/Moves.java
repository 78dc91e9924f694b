package insight.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What customers did from one segmentation to the next.
 *
 * @param sameData whether both saw the same time: then every move comes from the new grouping, not
 *     from what customers did
 * @param all from every segment to every segment, the largest first; those who stayed included
 */
public record Moves(Segmentation before, Segmentation now, boolean sameData, List<Move> all) {

  public Moves {
    all = all.stream().sorted(Comparator.comparingLong(m -> -m.customers())).toList();
  }

  /**
   * So many customers went from one group to another.
   *
   * @param from empty: they are new
   * @param to empty: they are gone
   */
  public record Move(Optional<Segment> from, Optional<Segment> to, long customers) {

    /** Whether they are in a group of the same kind as before. */
    public boolean stayed() {
      return from.isPresent() && to.isPresent() && from.get().sameKind(to.get());
    }

    boolean leaves(Segment segment) {
      return !stayed() && from.filter(f -> f.sameKind(segment)).isPresent();
    }

    boolean enters(Segment segment) {
      return !stayed() && to.filter(t -> t.sameKind(segment)).isPresent();
    }
  }

  /**
   * Whether the groups themselves changed (other names, or more or fewer of them): then a part of
   * the moves comes from the new grouping, and sizes cannot be compared.
   */
  public boolean regrouped() {
    return now.segments().size() != before.segments().size()
        || now.segments().stream().anyMatch(s -> before.counterpart(s).isEmpty());
  }

  /** Whether moves and changes of size tell what customers did. */
  public boolean comparable() {
    return !sameData && !regrouped();
  }

  /** The largest moves between different groups. */
  public List<Move> largest(int limit) {
    return all.stream().filter(m -> !m.stayed()).limit(limit).toList();
  }

  public List<Move> into(Segment segment) {
    return all.stream().filter(m -> m.enters(segment)).toList();
  }

  public List<Move> outOf(Segment segment) {
    return all.stream().filter(m -> m.leaves(segment)).toList();
  }

  /** How many more members the segment has than its counterpart before; empty: it had none. */
  public Optional<Long> change(Segment segment) {
    return before.counterpart(segment).map(b -> segment.size() - b.size());
  }
}
