package insight.segment.ui;

import insight.segment.Moves;
import insight.segment.Segment;
import insight.segment.SegmentLabel;
import insight.shell.part.Badge;
import insight.shell.part.Icons;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.util.Optional;

/** How a segment's size goes, as a badge. */
final class Trend {
  private static final double STABLE = .01;
  private static final double FAST = .05;

  private Trend() {}

  static Badge badge(Segment segment, Optional<Moves> moves) {
    if (moves.isEmpty()) {
      return Badge.neutral(Words.of("segment.state.first"));
    }
    if (moves.get().sameData()) {
      return Badge.neutral(Words.of("segment.state.same"));
    }
    if (moves.get().regrouped()) {
      return Badge.neutral(Words.of("segment.state.regrouped"));
    }
    return moves
        .get()
        .change(segment)
        .map(change -> of(segment, change))
        .orElseGet(() -> Badge.neutral(Words.of("segment.state.new")));
  }

  private static Badge of(Segment segment, long change) {
    double share = (double) change / Math.max(1, segment.size() - change);
    if (Math.abs(share) < STABLE) {
      return Badge.neutral(Words.of("segment.state.stable"));
    }
    if (change < 0) {
      return new Badge(Icons.DOWN, Words.of("segment.state.shrinking"), Tone.NEUTRAL);
    }
    boolean worrying =
        segment.label() == SegmentLabel.SLIPPING || segment.label() == SegmentLabel.SILENT;
    return worrying && share >= FAST
        ? Badge.warning(Words.of("segment.state.fast"))
        : new Badge(Icons.UP, Words.of("segment.state.growing"), Tone.NEUTRAL);
  }
}
