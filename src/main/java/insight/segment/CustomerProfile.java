package insight.segment;

import insight.kernel.CustomerKey;
import insight.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a customer has done, up to now.
 *
 * @param key stands for the person
 * @param keys how many customer keys are merged in it
 * @param orders with at least one sale line
 * @param products different ones bought
 * @param turnovers one a currency, that of most orders first; they are never added
 * @param countries the one of most order lines first; empty where the grant does not allow it
 * @param asOf the newest event of the shop, to which days are counted
 */
public record CustomerProfile(
    CustomerKey key,
    int keys,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    Optional<Instant> firstOrder,
    Optional<Instant> lastOrder,
    long orders,
    long products,
    List<Turnover> turnovers,
    List<String> countries,
    Lifecycle lifecycle,
    Instant asOf) {

  /**
   * Orders in one currency.
   *
   * @param sales without returns and cancelled orders
   * @param returns what was taken back, as a positive amount
   */
  public record Turnover(Money sales, Money returns, long orders) {

    /** Sales an order; the exact mean, rounded to the smallest unit. */
    public Money averageOrder() {
      return new Money(
          orders == 0 ? 0 : Math.round((double) sales.minor() / orders), sales.currency());
    }

    /** Returned amount over sales; NaN without sales. */
    public double returnShare() {
      return sales.minor() == 0 ? Double.NaN : (double) returns.minor() / sales.minor();
    }
  }

  /** What was spent in one month, with the sale alone. */
  public record Month(YearMonth month, Money sales, long orders) {}

  public CustomerProfile {
    turnovers = List.copyOf(turnovers);
    countries = List.copyOf(countries);
  }

  /** The currency of most orders; empty for who never bought. */
  public Optional<Turnover> turnover() {
    return turnovers.stream().findFirst();
  }

  /** Whole days since the last order. */
  public OptionalLong daysSinceLast() {
    return lastOrder
        .map(last -> OptionalLong.of(Duration.between(last, asOf).toDays()))
        .orElse(OptionalLong.empty());
  }
}
