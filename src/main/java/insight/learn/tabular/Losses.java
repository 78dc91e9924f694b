package insight.learn.tabular;

/** Losses in a form that cannot overflow. */
final class Losses {
  private Losses() {}

  /** −ln of the probability that log-odds give to what happened: ln(1 + e^∓z). */
  static double logistic(double logOdds, boolean yes) {
    double against = yes ? -logOdds : logOdds;
    return against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
  }
}
