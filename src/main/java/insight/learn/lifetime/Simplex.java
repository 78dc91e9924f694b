package insight.learn.lifetime;

import insight.learn.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Finds a least value without derivatives (Nelder and Mead, «A simplex method for function
 * minimization», 1965), for functions of few variables. Nothing is left to chance.
 */
final class Simplex {
  private static final double FIRST_STEP = 0.5;

  private final ToDoubleFunction<double[]> function;
  private final Corner[] corners;

  private record Corner(double[] place, double value) {}

  private Simplex(ToDoubleFunction<double[]> function, double[] start) {
    this.function = function;
    corners = new Corner[start.length + 1];
    corners[0] = corner(start.clone());
    for (int i = 0; i < start.length; i++) {
      double[] place = start.clone();
      place[i] += FIRST_STEP;
      corners[i + 1] = corner(place);
    }
  }

  /**
   * Where the function is least, near the start.
   *
   * @param tolerance ends when the corners' values differ by less
   * @param most ends after so many steps at the latest
   */
  static double[] least(
      ToDoubleFunction<double[]> function,
      double[] start,
      double tolerance,
      int most,
      Progress progress) {
    Simplex simplex = new Simplex(function, start);
    for (int step = 0; step < most && !simplex.flat(tolerance); step++) {
      progress.at((double) step / most);
      simplex.step();
    }
    return simplex.corners[0].place();
  }

  private boolean flat(double tolerance) {
    Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
    return corners[corners.length - 1].value() - corners[0].value() < tolerance;
  }

  private void step() {
    int last = corners.length - 1;
    double[] middle = middle();
    Corner reflected = away(middle, 1);
    if (reflected.value() < corners[0].value()) {
      Corner further = away(middle, 2);
      corners[last] = further.value() < reflected.value() ? further : reflected;
    } else if (reflected.value() < corners[last - 1].value()) {
      corners[last] = reflected;
    } else {
      Corner inside = away(middle, reflected.value() < corners[last].value() ? 0.5 : -0.5);
      if (inside.value() < Math.min(reflected.value(), corners[last].value())) {
        corners[last] = inside;
      } else {
        shrink();
      }
    }
  }

  /** The middle of all corners but the worst. */
  private double[] middle() {
    double[] middle = new double[corners.length - 1];
    for (int c = 0; c < corners.length - 1; c++) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += corners[c].place()[i] / (corners.length - 1);
      }
    }
    return middle;
  }

  /** From the worst corner through the middle and as many times as far beyond it. */
  private Corner away(double[] middle, double times) {
    double[] worst = corners[corners.length - 1].place();
    double[] place = new double[middle.length];
    Arrays.setAll(place, i -> middle[i] + times * (middle[i] - worst[i]));
    return corner(place);
  }

  private void shrink() {
    double[] best = corners[0].place();
    for (int c = 1; c < corners.length; c++) {
      double[] old = corners[c].place();
      double[] place = new double[old.length];
      Arrays.setAll(place, i -> (best[i] + old[i]) / 2);
      corners[c] = corner(place);
    }
  }

  private Corner corner(double[] place) {
    double value = function.applyAsDouble(place);
    return new Corner(place, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
  }
}
