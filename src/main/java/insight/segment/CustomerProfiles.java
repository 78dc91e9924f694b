package insight.segment;

import insight.collect.Coverages;
import insight.collect.Customers;
import insight.kernel.CustomerKey;
import insight.kernel.Money;
import insight.kernel.Refused;
import insight.prepare.Persons;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.runtime.Setting;
import insight.runtime.Settings;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What one customer has done, read from the events. */
@UseCase
public class CustomerProfiles {
  /** Events of the person, when the grant lets them be read. */
  private static final String EVENTS =
      """
      from co_event e cross join (select cast(:person as bigint) as person) p
      where e.customer_key = any(:keys) and %s""";

  private static final String ORDER =
      "(e.source_id, coalesce(e.order_no, '@' || extract(epoch from e.occurred_at)))";

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Customers customers;
  @Inject Coverages coverages;
  @Inject Persons persons;
  @Inject Settings settings;

  private record Row(
      Optional<Instant> firstSeen,
      Optional<Instant> lastSeen,
      Optional<Instant> firstOrder,
      Optional<Instant> lastOrder,
      long orders,
      long products) {}

  private record TurnoverRow(String currency, long sales, long returns, long orders) {

    CustomerProfile.Turnover turnover() {
      return new CustomerProfile.Turnover(
          Money.of(sales, currency), Money.of(returns, currency), orders);
    }
  }

  private record MonthRow(LocalDate month, long sales, long orders) {}

  /**
   * Finds a person by the portal's key or the shop's id.
   *
   * @param source id or name, where several sources use the id
   * @throws Refused when nobody is found, or two sources have such a customer
   */
  public Person person(String keyOrShopId, Optional<String> source) {
    return customers
        .resolve(keyOrShopId, source)
        .map(persons::person)
        .orElseThrow(() -> Refused.notFound("segment.customer.unknown", keyOrShopId));
  }

  /** The profile; empty of deeds where the grant's purpose does not let them be read. */
  public CustomerProfile of(Person person, Grant grant) {
    Instant asOf = coverages.now().newest().orElseGet(clock::instant);
    int quiet = Integer.parseInt(settings.get(Setting.QUIET_DAYS));
    return jdbi.withHandle(
        h -> {
          Row row = row(h, person, grant);
          return new CustomerProfile(
              new CustomerKey(person.person()),
              person.keys().size(),
              row.firstSeen(),
              row.lastSeen(),
              row.firstOrder(),
              row.lastOrder(),
              row.orders(),
              row.products(),
              turnovers(h, person, grant),
              countries(h, person, grant),
              lifecycle(row, asOf, quiet),
              asOf);
        });
  }

  private static Lifecycle lifecycle(Row row, Instant asOf, int quiet) {
    return Lifecycle.of(
        row.orders(), days(row.firstOrder(), asOf), days(row.lastOrder(), asOf), quiet);
  }

  private static long days(Optional<Instant> since, Instant asOf) {
    return since.map(at -> Duration.between(at, asOf).toDays()).orElse(0L);
  }

  private static Query query(Handle h, String sql, Person person, Grant grant) {
    return h.createQuery(sql.formatted(EVENTS.formatted(grant.persons("p.person"))))
        .bind("person", person.person())
        .bind("keys", person.keyArray());
  }

  private static Row row(Handle h, Person person, Grant grant) {
    String sql =
        """
        select min(e.occurred_at) as first_seen, max(e.occurred_at) as last_seen,
          min(e.occurred_at) filter (where e.class = 1) as first_order,
          max(e.occurred_at) filter (where e.class = 1) as last_order,
          count(distinct ORDER) filter (where e.class = 1) as orders,
          count(distinct e.product) filter (where e.class = 1) as products
        %s""";
    return query(h, sql.replace("ORDER", ORDER), person, grant).mapTo(Row.class).one();
  }

  private static List<CustomerProfile.Turnover> turnovers(Handle h, Person person, Grant grant) {
    String sql =
        """
        select e.currency,
          coalesce(sum(e.amount_minor) filter (where e.class = 1), 0) as sales,
          greatest(0, coalesce(-sum(e.amount_minor) filter (where e.class = 2), 0)) as returns,
          count(distinct ORDER) filter (where e.class = 1) as orders
        %s and e.kind = 7 and e.class in (1, 2) and e.currency is not null
        group by e.currency order by orders desc, e.currency""";
    return query(h, sql.replace("ORDER", ORDER), person, grant).mapTo(TurnoverRow.class).stream()
        .map(TurnoverRow::turnover)
        .toList();
  }

  private static List<String> countries(Handle h, Person person, Grant grant) {
    if (!grant.allows(Field.REGION)) {
      return List.of();
    }
    String sql =
        """
        select e.country %s and e.country is not null
        group by e.country order by count(*) desc, e.country""";
    return query(h, sql, person, grant).mapTo(String.class).list();
  }

  /**
   * Sales by month in the portal's zone and in one currency, from the first order to the month of
   * {@code asOf} without gaps; at most the last 36, and none when nothing was sold.
   */
  public List<CustomerProfile.Month> months(
      Person person, String currency, Instant asOf, Grant grant) {
    ZoneId zone = settings.zone();
    String sql =
        """
        with sold as (
          select cast(date_trunc('month', e.occurred_at at time zone :zone) as date) as month,
            sum(e.amount_minor) as sales, count(distinct ORDER) as orders
          %s and e.kind = 7 and e.class = 1 and e.currency = :currency group by 1)
        select cast(m as date) as month, coalesce(s.sales, 0) as sales,
          coalesce(s.orders, 0) as orders
        from generate_series(
            (select greatest(min(month), cast(:now as date) - interval '35 months') from sold),
            (select greatest(max(month), cast(:now as date)) from sold),
            interval '1 month') m left join sold s on s.month = cast(m as date)
        order by 1""";
    return jdbi.withHandle(
        h ->
            query(h, sql.replace("ORDER", ORDER), person, grant)
                .bind("zone", zone.getId())
                .bind("currency", currency)
                .bind("now", asOf.atZone(zone).toLocalDate().withDayOfMonth(1))
                .mapTo(MonthRow.class)
                .stream()
                .map(
                    r ->
                        new CustomerProfile.Month(
                            YearMonth.from(r.month()), Money.of(r.sales(), currency), r.orders()))
                .toList());
  }
}
