package insight.segment;

import java.util.Locale;

/** What a shop wants of a group. */
public enum Goal {
  KEEP,
  GROW,
  WIN_BACK,
  SECOND_ORDER,
  LOW_EFFORT,
  LOOK_CLOSER;

  public String key() {
    return "segment.goal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
