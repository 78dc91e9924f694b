package insight.segment;

import java.util.Locale;

/** The automatic names, each with the goal that goes with it. */
public enum SegmentLabel {
  /** Buys much and often, and still does. */
  HIGH_VALUE(Goal.KEEP),
  /** The ordinary customer who still comes. */
  REGULAR(Goal.GROW),
  /** Was worth something and stays away longer than most. */
  SLIPPING(Goal.WIN_BACK),
  /** Came lately, has bought little so far. */
  RECENT(Goal.SECOND_ORDER),
  /** Bought little and long ago. */
  SILENT(Goal.LOW_EFFORT);

  private final Goal goal;

  SegmentLabel(Goal goal) {
    this.goal = goal;
  }

  public Goal goal() {
    return goal;
  }

  /** As in {@code sg_segment.label}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Text key of the name. */
  public String key() {
    return "segment.label." + word();
  }

  static SegmentLabel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
