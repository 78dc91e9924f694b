package insight.collect;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/**
 * Converts money by the dated rates that a source delivered: by the rate of the day, or the last
 * one before it, no older than ten days (a long weekend and a holiday). Without such a rate there
 * is no amount, never a guess.
 */
@UseCase
public class Rates {
  /** So many days a rate stands for. */
  static final int DAYS = 10;

  @Inject Jdbi jdbi;

  /** An amount in another currency's smallest unit, on a day; empty without a rate. */
  public OptionalLong amount(long minor, String currency, String into, LocalDate day) {
    if (currency.equals(into)) {
      return OptionalLong.of(minor);
    }
    return rate(currency, into, day)
        .map(rate -> OptionalLong.of(converted(minor, currency, into, rate)))
        .orElse(OptionalLong.empty());
  }

  static long converted(long minor, String currency, String into, BigDecimal rate) {
    return BigDecimal.valueOf(minor)
        .movePointLeft(Currencies.digits(currency))
        .multiply(rate)
        .movePointRight(Currencies.digits(into))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** What one unit was worth: as delivered, turned round, or by way of a base that both have. */
  public Optional<BigDecimal> rate(String currency, String into, LocalDate day) {
    return direct(currency, into, day)
        .or(() -> direct(into, currency, day).map(Rates::inverse))
        .or(() -> across(currency, into, day));
  }

  private static BigDecimal inverse(BigDecimal rate) {
    return BigDecimal.ONE.divide(rate, MathContext.DECIMAL64);
  }

  private Optional<BigDecimal> direct(String currency, String base, LocalDate day) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select rate from co_rate
                    where currency = :currency and base = :base
                      and day between :oldest and :day
                    order by day desc limit 1""")
                .bind("currency", currency)
                .bind("base", base)
                .bind("day", day)
                .bind("oldest", day.minusDays(DAYS))
                .mapTo(BigDecimal.class)
                .findOne());
  }

  private Optional<BigDecimal> across(String currency, String into, LocalDate day) {
    return jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select a.base from co_rate a join co_rate b on b.base = a.base
                        where a.currency = :currency and b.currency = :into
                          and a.day between :oldest and :day and b.day between :oldest and :day
                        order by a.base limit 1""")
                    .bind("currency", currency)
                    .bind("into", into)
                    .bind("day", day)
                    .bind("oldest", day.minusDays(DAYS))
                    .mapTo(String.class)
                    .findOne())
        .flatMap(
            base ->
                direct(currency, base, day)
                    .flatMap(
                        a -> direct(into, base, day).map(b -> a.divide(b, MathContext.DECIMAL64))));
  }
}
