package insight.learn.lifetime;

import insight.kernel.Refused;
import insight.learn.Progress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The beta-geometric/negative-binomial model (Fader, Hardie and Lee, «"Counting your customers" the
 * easy way», Marketing Science 24, 2005). While a customer is there, purchases come at random with
 * a rate of its own, over all customers Γ(r, α); after each purchase one leaves for good with a
 * probability of its own, over all customers Beta(a, b).
 *
 * @param alpha in the unit of the times it was fitted to
 */
public record BgNbd(double r, double alpha, double a, double b) {
  private static final int MOST_STEPS = 1000;
  private static final double TOLERANCE = 1e-7;

  /** Fewer cannot carry four parameters. */
  static final int LEAST_CUSTOMERS = 100;

  public BgNbd {
    if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
      throw new IllegalArgumentException("all four parameters are above zero");
    }
  }

  /**
   * The parameters under which the purchases are most likely.
   *
   * @throws Refused (unprocessable) for too few customers or none that ever came back
   */
  public static BgNbd fit(List<Purchases> customers, Progress progress) {
    if (customers.size() < LEAST_CUSTOMERS) {
      throw Refused.unprocessable("learn.lifetime.few", customers.size(), LEAST_CUSTOMERS);
    }
    if (customers.stream().allMatch(c -> c.repeats() == 0)) {
      throw Refused.unprocessable("learn.lifetime.noRepeats");
    }
    Map<Purchases, Long> counted =
        customers.stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    double[] start = {0, Math.log(Math.max(1e-3, meanGap(customers))), 0, 0};
    double[] logs =
        Simplex.least(
            p -> -exponential(p).meanLogLikelihood(counted, customers.size()),
            start,
            TOLERANCE,
            MOST_STEPS,
            progress);
    return exponential(logs);
  }

  private static double meanGap(List<Purchases> customers) {
    return customers.stream()
        .filter(c -> c.repeats() > 0)
        .mapToDouble(c -> c.last() / c.repeats())
        .average()
        .orElse(1);
  }

  /** Parameters are sought as logarithms, so that they stay above zero, and within reason. */
  private static BgNbd exponential(double[] logs) {
    double[] p = new double[logs.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp(Math.clamp(logs[i], -20, 20));
    }
    return new BgNbd(p[0], p[1], p[2], p[3]);
  }

  private double meanLogLikelihood(Map<Purchases, Long> counted, int n) {
    double sum = 0;
    for (Map.Entry<Purchases, Long> each : counted.entrySet()) {
      sum += each.getValue() * logLikelihood(each.getKey());
    }
    return sum / n;
  }

  /** The logarithm of how likely this customer is; formula (6) of the paper. */
  double logLikelihood(Purchases customer) {
    int x = customer.repeats();
    double rate = Gamma.log(r + x) - Gamma.log(r) + r * Math.log(alpha);
    double staying = Gamma.log(a + b) + Gamma.log(b + x) - Gamma.log(b) - Gamma.log(a + b + x);
    double there = -(r + x) * Math.log(alpha + customer.age());
    if (x == 0) {
      return rate + staying + there;
    }
    double left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + customer.last());
    double most = Math.max(there, left);
    return rate + staying + most + Math.log(Math.exp(there - most) + Math.exp(left - most));
  }

  /** The probability that the customer has not left, 0…1; 1 for whom never came back. */
  public double alive(Purchases customer) {
    int x = customer.repeats();
    if (x == 0) {
      return 1;
    }
    double odds =
        a / (b + x - 1) * Math.pow((alpha + customer.age()) / (alpha + customer.last()), r + x);
    return 1 / (1 + odds);
  }

  /**
   * The probability of at least one purchase in the next {@code time}, 0…1: that the customer is
   * there, and buys; one leaves only after a purchase.
   */
  public double buysWithin(Purchases customer, double time) {
    double none =
        Math.pow(
            (alpha + customer.age()) / (alpha + customer.age() + time), r + customer.repeats());
    return alive(customer) * (1 - none);
  }
}
