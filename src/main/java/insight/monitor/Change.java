package insight.monitor;

/**
 * How a figure moved from one period to another.
 *
 * @param relative (now − then) / then
 * @param points now − then; what counts for shares
 */
public record Change(Way way, double relative, double points) {
  /** Where it went. */
  public enum Way {
    UP,
    DOWN,
    /** Not moved, as far as it is written. */
    SAME,
    /** The two intervals overlap: it cannot be told from chance. */
    UNCLEAR,
    /** One of the two has no value. */
    UNKNOWN
  }

  /** Smaller relative changes than this read 0.0%. */
  private static final double VISIBLE = 0.0005;

  /** Of two figures; those with an interval must lie apart to count as changed. */
  public static Change of(Figure now, Figure then) {
    if (!now.hasValue() || !then.hasValue()) {
      return new Change(Way.UNKNOWN, Double.NaN, Double.NaN);
    }
    Change plain = of(now.value(), then.value());
    boolean overlap =
        now.hasInterval()
            && then.hasInterval()
            && now.low() <= then.high()
            && then.low() <= now.high();
    return overlap ? new Change(Way.UNCLEAR, plain.relative(), plain.points()) : plain;
  }

  /** Of two exact values. */
  public static Change of(double now, double then) {
    double points = now - then;
    if (!Double.isFinite(points)) {
      return new Change(Way.UNKNOWN, Double.NaN, Double.NaN);
    }
    double relative = then == 0 ? (now == 0 ? 0 : Double.POSITIVE_INFINITY) : points / then;
    if (Math.abs(relative) < VISIBLE) {
      return new Change(Way.SAME, relative, points);
    }
    return new Change(points > 0 ? Way.UP : Way.DOWN, relative, points);
  }

  /** Whether it certainly moved. */
  public boolean moved() {
    return way == Way.UP || way == Way.DOWN;
  }
}
