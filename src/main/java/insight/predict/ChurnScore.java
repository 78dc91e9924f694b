package insight.predict;

import insight.kernel.CustomerKey;
import java.time.Instant;
import java.util.List;

/**
 * How likely a customer is to leave.
 *
 * @param probability that the customer makes no order in the days of the definition, 0…1
 * @param reasons the features that move it most away from the usual customer, the strongest first
 * @param version of the model
 * @param asOf what it knows: nothing at or after it
 */
public record ChurnScore(
    CustomerKey customer,
    double probability,
    ChurnDefinition definition,
    List<Reason> reasons,
    long modelId,
    int version,
    Instant asOf) {
  public ChurnScore {
    reasons = List.copyOf(reasons);
  }

  public Band band() {
    return Band.of(probability);
  }

  /**
   * One reason.
   *
   * @param feature of the catalogue
   * @param value what is known of the customer, NaN if nothing; amounts in the smallest unit
   * @param points what it adds: above 0 speaks for leaving
   */
  public record Reason(String feature, double value, double points) {}
}
