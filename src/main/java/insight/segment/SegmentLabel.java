package insight.segment;

import java.util.Locale;

/** The automatic names, each with the goal that goes with it. */
public enum SegmentLabel {
  /** Buys much and often, and still does. */
  HIGH_VALUE(Goal.KEEP, 1),
  /** The ordinary customer who still comes. */
  REGULAR(Goal.GROW, 6),
  /** Was worth something and stays away longer than most. */
  SLIPPING(Goal.WIN_BACK, 2),
  /** Came lately, has bought little so far. */
  RECENT(Goal.SECOND_ORDER, 7),
  /** Bought little and long ago. */
  SILENT(Goal.LOW_EFFORT, 8),
  /** Like nobody else, so in none of the groups that density finds. */
  NO_GROUP(Goal.LOOK_CLOSER, 4);

  private final Goal goal;
  private final int colour;

  SegmentLabel(Goal goal, int colour) {
    this.goal = goal;
    this.colour = colour;
  }

  public Goal goal() {
    return goal;
  }

  /** Its chart colour, 1…8; the same on every page. */
  public int colour() {
    return colour;
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
