package insight.learn.tabular;

import insight.learn.measure.LogLoss;

/** The weights of a logistic regression while they are learned; the last is the intercept. */
final class LinearLearner implements Epochs.Learner {
  /** Encoded rows and their answers. */
  record Known(Encoded rows, Table table) {}

  private final double[] weights;
  private final Known train;
  private final Known validation;
  private final double[] classWeights;

  LinearLearner(int width, Known train, Known validation, double[] classWeights) {
    weights = new double[width + 1];
    this.train = train;
    this.validation = validation;
    this.classWeights = classWeights;
    double share = (double) train.table().positives() / train.table().rows();
    double yes = share * classWeights[1];
    weights[width] = Math.log(yes / ((1 - share) * classWeights[0]));
  }

  @Override
  public double[] weights() {
    return weights;
  }

  @Override
  public void addGradient(int row, double[] gradient) {
    Encoded rows = train.rows();
    double error = error(row);
    int end = (row + 1) * rows.columns();
    for (int i = row * rows.columns(); i < end; i++) {
      gradient[rows.slots()[i]] += error * rows.values()[i];
    }
    gradient[weights.length - 1] += error;
  }

  private double error(int row) {
    double truth = train.table().target(row);
    return (LogLoss.sigmoid(logOdds(train, row)) - truth) * classWeights[truth > .5 ? 1 : 0];
  }

  private double logOdds(Known known, int row) {
    return known.rows().dot(row, weights) + weights[weights.length - 1];
  }

  @Override
  public double trainLoss() {
    return loss(train);
  }

  @Override
  public double validationLoss() {
    return validation.table().rows() == 0 ? Double.NaN : loss(validation);
  }

  private double loss(Known known) {
    double sum = 0;
    double weight = 0;
    for (int r = 0; r < known.table().rows(); r++) {
      boolean yes = known.table().target(r) > .5;
      double of = classWeights[yes ? 1 : 0];
      sum += of * Losses.logistic(logOdds(known, r), yes);
      weight += of;
    }
    return sum / weight;
  }
}
