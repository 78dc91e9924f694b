package insight.prepare;

import insight.prepare.feature.Bin;
import insight.prepare.feature.Drift;
import java.util.List;
import java.util.Optional;

/**
 * How a feature's values lay in a snapshot. Mean, deviation, least and most are of everybody known,
 * empty for words; quantiles (at {@code Distributions.SHARES}), bars and drift are of a sample.
 *
 * @param fingerprint of the SQL that computed it
 * @param n people
 * @param known people of whom it is known
 * @param sampled people in the sample
 * @param psi against the snapshot {@code beforeId}
 */
public record FeatureFigure(
    long snapshotId,
    String feature,
    String fingerprint,
    long n,
    long known,
    Optional<Double> mean,
    Optional<Double> deviation,
    Optional<Double> least,
    Optional<Double> most,
    long sampled,
    List<Double> quantiles,
    List<Bin> bins,
    Optional<Double> psi,
    Optional<Long> beforeId) {

  /** The share of people of whom it is not known. */
  public double missing() {
    return n == 0 ? 0 : 1 - (double) known / n;
  }

  public Drift drift() {
    return Drift.of(psi, sampled);
  }

  /** The middle value. */
  public Optional<Double> median() {
    return quantiles.isEmpty() ? Optional.empty() : Optional.of(quantiles.get(2));
  }
}
