package insight.learn.cluster;

/** How far each centre moved in an iteration, and what bounds follow from it. */
final class Motion {
  private final double[] moved;
  private int farthest;
  private double most;
  private double next;

  /** Nothing moved. */
  Motion(int k) {
    moved = new double[k];
  }

  static Motion between(double[] from, double[] to, int k, int columns, Distance distance) {
    Motion motion = new Motion(k);
    for (int c = 0; c < k; c++) {
      double way = distance.ofCost(distance.cost(from, c * columns, to, c * columns, columns));
      motion.moved[c] = way;
      if (way > motion.most) {
        motion.next = motion.most;
        motion.most = way;
        motion.farthest = c;
      } else {
        motion.next = Math.max(motion.next, way);
      }
    }
    return motion;
  }

  double of(int centre) {
    return moved[centre];
  }

  /** The farthest that any other centre moved. */
  double otherThan(int centre) {
    return centre == farthest ? next : most;
  }

  /** The sum of the squares of all movements. */
  double squares() {
    double squares = 0;
    for (double way : moved) {
      squares += way * way;
    }
    return squares;
  }

  /** Half the way from each centre to the nearest other: nearer rows belong to it for certain. */
  double[] halfGaps(double[] centres, int columns, Distance distance) {
    double[] half = new double[moved.length];
    for (int a = 0; a < half.length; a++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int b = 0; b < half.length; b++) {
        nearest =
            a == b
                ? nearest
                : Math.min(
                    nearest, distance.cost(centres, a * columns, centres, b * columns, columns));
      }
      half[a] = distance.ofCost(nearest) / 2;
    }
    return half;
  }
}
