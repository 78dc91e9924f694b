package insight.learn.measure;

import java.util.ArrayList;
import java.util.List;

/** How many more yeses the best-scored rows hold than rows drawn blindly. */
public final class Lift {
  private static final int TENTHS = 10;

  private Lift() {}

  /** The rows in tenths by falling probability; lift = share of yes in the tenth / base rate. */
  public static List<Diagnostics.LiftTenth> tenths(Predictions rows) {
    List<Diagnostics.LiftTenth> tenths = new ArrayList<>();
    double baseRate = rows.baseRate();
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      int from = (int) ((long) rows.size() * tenth / TENTHS);
      int to = (int) ((long) rows.size() * (tenth + 1) / TENTHS);
      long positives = 0;
      for (int place = from; place < to; place++) {
        positives += rows.happened(rows.ranked(place)) ? 1 : 0;
      }
      double share = to == from ? 0 : (double) positives / (to - from);
      tenths.add(
          new Diagnostics.LiftTenth(
              tenth + 1, to - from, positives, baseRate == 0 ? 0 : share / baseRate));
    }
    return tenths;
  }
}
