package insight.learn.tabular;

/**
 * One step after another against the gradient: plain (SGD), by the root of all squares so far
 * (AdaGrad; Duchi et al. 2011) or by running moments (Adam; Kingma and Ba 2015). L1 is a shrinking
 * after the step (Duchi and Singer 2009), so that weights become exactly 0.
 */
final class GradientSteps {
  /** The kinds, in the order in which a person chooses. */
  enum Kind {
    ADAM,
    ADAGRAD,
    SGD
  }

  private static final double FIRST = .9;
  private static final double SECOND = .999;
  private static final double TINY = 1e-8;

  private final Kind kind;
  private final double l1;
  private final double l2;
  private final double[] first;
  private final double[] second;
  private double firstDecay = 1;
  private double secondDecay = 1;

  GradientSteps(Kind kind, int width, double l1, double l2) {
    this.kind = kind;
    this.l1 = l1;
    this.l2 = l2;
    first = new double[width];
    second = new double[width];
  }

  /**
   * Moves all weights by one step.
   *
   * @param free the last weights that are not regularised, such as the intercept
   */
  void step(double[] weights, double[] gradient, double rate, int free) {
    firstDecay *= FIRST;
    secondDecay *= SECOND;
    for (int i = 0; i < weights.length; i++) {
      boolean bound = i < weights.length - free;
      double slope = gradient[i] + (bound ? l2 * weights[i] : 0);
      double size = size(i, slope, rate);
      double moved = weights[i] - size * direction(i, slope);
      double shrink = bound ? size * l1 : 0;
      weights[i] = Math.copySign(Math.max(0, Math.abs(moved) - shrink), moved);
    }
  }

  /** The rate of one weight. */
  private double size(int i, double slope, double rate) {
    return switch (kind) {
      case SGD -> rate;
      case ADAGRAD -> {
        second[i] += slope * slope;
        yield rate / (Math.sqrt(second[i]) + TINY);
      }
      case ADAM -> {
        second[i] = SECOND * second[i] + (1 - SECOND) * slope * slope;
        yield rate / (Math.sqrt(second[i] / (1 - secondDecay)) + TINY);
      }
    };
  }

  private double direction(int i, double slope) {
    if (kind != Kind.ADAM) {
      return slope;
    }
    first[i] = FIRST * first[i] + (1 - FIRST) * slope;
    return first[i] / (1 - firstDecay);
  }
}
