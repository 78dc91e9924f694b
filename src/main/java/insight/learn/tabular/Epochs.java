package insight.learn.tabular;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.measure.Diagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Going over the training rows in shuffled small batches, again and again, until the validation
 * loss has not improved for some epochs. The weights of the best epoch are kept. Shared by all
 * models that learn from gradients.
 */
final class Epochs {
  /** A model in the making: flat weights, and what a row wants of them. */
  interface Learner {
    double[] weights();

    /** Adds the gradient of a row of the training data. */
    void addGradient(int row, double[] gradient);

    /** The mean loss over the training rows. */
    double trainLoss();

    /** The mean loss over the validation rows; NaN when there are none. */
    double validationLoss();
  }

  private static final int EPOCHS_ON_A_PLATEAU = 2;
  private static final int BATCHES_BETWEEN_LOOKS = 256;

  private final Started started;
  private final int rows;
  private final int free;
  private final List<Double> train = new ArrayList<>();
  private final List<Double> validation = new ArrayList<>();
  private final List<Double> rates = new ArrayList<>();
  private int best;

  /**
   * Sets the course.
   *
   * @param free how many of the last weights are not regularised
   */
  Epochs(Started started, int rows, int free) {
    this.started = started;
    this.rows = rows;
    this.free = free;
  }

  /** What a person may set for a model that learns from gradients. */
  static List<Parameter> parameters(double rate, double l2) {
    return List.of(
        Parameter.choice("optimizer", "adam", "adagrad", "sgd"),
        new Parameter("learning-rate", .0001, 1, rate, false),
        Parameter.choice("schedule", "plateau", "decay", "constant"),
        new Parameter("l1", 0, .1, 0, false),
        new Parameter("l2", 0, .1, l2, false),
        new Parameter("batch", 8, 4_096, 64, true),
        new Parameter("epochs", 1, 500, 60, true),
        new Parameter("patience", 1, 50, 6, true),
        Parameter.choice("class-weights", "none", "balanced"));
  }

  /** Trains; afterwards the learner has the weights of the best epoch. */
  Diagnostics.Curve run(Learner learner, long seed, Progress progress) {
    GradientSteps steps =
        new GradientSteps(
            GradientSteps.Kind.values()[setting("optimizer")],
            learner.weights().length,
            started.real("l1"),
            started.real("l2"));
    int epochs = setting("epochs");
    SplittableRandom chance = new SplittableRandom(seed);
    double[] kept = learner.weights().clone();
    double rate = started.real("learning-rate");
    for (int epoch = 0; epoch < epochs && epoch - best <= setting("patience"); epoch++) {
      rate = rate(epoch, rate);
      Progress part = progress.part((double) epoch / epochs, (epoch + 1.0) / epochs);
      epoch(learner, steps, rate, chance, part);
      note(learner, rate);
      if (best == epoch) {
        kept = learner.weights().clone();
      }
    }
    System.arraycopy(kept, 0, learner.weights(), 0, kept.length);
    return new Diagnostics.Curve("log-loss", train, validation, rates, best);
  }

  private void note(Learner learner, double rate) {
    double seen = learner.trainLoss();
    double unseen = learner.validationLoss();
    train.add(seen);
    rates.add(rate);
    if (!Double.isNaN(unseen)) {
      validation.add(unseen);
    }
    List<Double> losses = validation.isEmpty() ? train : validation;
    int last = losses.size() - 1;
    if (losses.get(last) < losses.get(best)) {
      best = last;
    }
  }

  private double rate(int epoch, double before) {
    return switch (setting("schedule")) {
      case 0 -> onPlateau(epoch) ? before / 2 : before;
      case 1 -> started.real("learning-rate") / (1 + .1 * epoch);
      default -> before;
    };
  }

  private boolean onPlateau(int epoch) {
    int stuck = epoch - 1 - best;
    return stuck > 0 && stuck % EPOCHS_ON_A_PLATEAU == 0;
  }

  private void epoch(
      Learner learner, GradientSteps steps, double rate, SplittableRandom chance, Progress part) {
    int[] order = Chance.order(rows, chance);
    int batch = setting("batch");
    double[] gradient = new double[learner.weights().length];
    for (int from = 0, n = 0; from < rows; from += batch, n++) {
      int to = Math.min(rows, from + batch);
      Arrays.fill(gradient, 0);
      for (int i = from; i < to; i++) {
        learner.addGradient(order[i], gradient);
      }
      for (int w = 0; w < gradient.length; w++) {
        gradient[w] /= to - from;
      }
      steps.step(learner.weights(), gradient, rate, free);
      if (n % BATCHES_BETWEEN_LOOKS == 0) {
        part.at((double) from / rows);
      }
    }
  }

  private int setting(String name) {
    return started.whole(name);
  }
}
