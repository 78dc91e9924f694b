package insight.monitor;

import insight.kernel.Period;
import insight.kernel.Share;
import insight.privacy.Grant;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the order lines counts, for the whole or for a part of it (a step of time, a
 * country).
 *
 * @param part which part; meaningless for the whole
 * @param firsts people by the part their first order of the period lies in
 * @param seconds the same for their second order: who has one is a repeat customer
 * @param fresh people whose first sale ever lies in the period
 */
record Sums(
    boolean isWhole,
    @Nullable String part,
    long revenue,
    long orders,
    double orderSpread,
    long active,
    long firsts,
    long seconds,
    long fresh,
    long returned,
    long returnLines,
    long anonymous,
    @Nullable Instant newest) {
  private static final double Z95 = 1.959963984540054;

  /** Of a part in which nothing happened. */
  static final Sums NOTHING = new Sums(false, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);

  /** From when to when, where, in which currency. */
  record Scope(Instant from, Instant to, Optional<String> country, String currency) {}

  /**
   * Lines are first gathered to orders, orders then ranked within each person. PART is what the
   * orders are grouped by, WITHIN whether ranks start anew in each part.
   */
  private static final String SQL =
      """
      with gathered as (
        select max(e.customer_key) as customer_key, e.source_id,
          coalesce(e.order_no, '#' || e.event_id) as order_no,
          min(e.occurred_at) as at, max(e.occurred_at) as newest, max(e.country) as country,
          sum(e.amount_minor) filter (where e.class = 1) as amount,
          sum(e.amount_minor) filter (where e.class = 1 and e.customer_key is null) as anonymous,
          sum(e.amount_minor) filter (where e.class = 2) as returned,
          count(*) filter (where e.class = 2) as return_lines
        from co_event e
        where e.kind = 7 and e.class in (1, 2) and e.currency = :currency
          and e.occurred_at >= :from and e.occurred_at < :to
          and (cast(:country as text) is null or e.country = :country)
        group by e.source_id, coalesce(e.order_no, '#' || e.event_id)),
      orders as (
        select g.*, coalesce(p.person, g.customer_key) as person, PART as part
        from gathered g left join pr_person p on p.customer_key = g.customer_key
        where GRANT),
      ranked as (
        select o.*, case when person is not null and amount is not null then row_number() over (
            partition by person, amount is null WITHIN order by at, source_id, order_no) end as nth
        from orders o),
      people as (
        select distinct person from orders where person is not null and amount is not null),
      keys as (
        select person, person as customer_key from people
        union
        select w.person, p.customer_key from people w join pr_person p on p.person = w.person),
      older as (
        select distinct k.person from keys k where exists (
          select 1 from co_event b
          where b.customer_key = k.customer_key and b.kind = 7 and b.class = 1
            and b.occurred_at < :from))
      select grouping(part) = 1 as is_whole, part,
        coalesce(sum(amount), 0) as revenue, count(amount) as orders,
        coalesce(stddev_samp(amount), 0) as order_spread,
        count(distinct r.person) filter (where amount is not null) as active,
        count(*) filter (where nth = 1) as firsts, count(*) filter (where nth = 2) as seconds,
        count(*) filter (where nth = 1 and old.person is null) as fresh,
        -coalesce(sum(returned), 0) as returned, coalesce(sum(return_lines), 0) as return_lines,
        coalesce(sum(anonymous), 0) as anonymous, max(newest) as newest
      from ranked r left join older old on old.person = r.person
      group by grouping sets ((), (part))""";

  /** For this transaction: compiling such a query takes longer than running it; sort in memory. */
  private static final String PLANNING =
      "select set_config('jit', 'off', true), set_config('work_mem', '32MB', true)";

  static Sums whole(Handle h, Scope scope, Grant grant) {
    return query(h, scope, "cast(null as text)", "", grant)
        .mapTo(Sums.class)
        .filter(Sums::isWhole)
        .findFirst()
        .orElse(NOTHING);
  }

  /** The whole, and each step in which something happened. */
  static List<Sums> steps(Handle h, Scope scope, Period period, Course.By by, Grant grant) {
    String step =
        """
        cast(:steps - 1 - (cast(:last as date) - cast(g.at at time zone :zone as date)) / :days
          as text)""";
    return query(h, scope, step, "", grant)
        .bind("steps", by.steps(period))
        .bind("last", period.to().minusDays(1).toString())
        .bind("zone", period.zone().getId())
        .bind("days", by.days())
        .mapTo(Sums.class)
        .list();
  }

  /** The whole, and each country; people count in every country they bought in. */
  static List<Sums> countries(Handle h, Scope scope, Grant grant) {
    return query(h, scope, "coalesce(g.country, '')", ", part", grant).mapTo(Sums.class).list();
  }

  private static Query query(Handle h, Scope scope, String part, String within, Grant grant) {
    String sql =
        SQL.replace("PART", part)
            .replace("WITHIN", within)
            .replace("GRANT", grant.persons("coalesce(p.person, g.customer_key)"));
    h.execute(PLANNING);
    return h.createQuery(sql)
        .bind("from", scope.from())
        .bind("to", scope.to())
        .bind("country", scope.country().orElse(null))
        .bind("currency", scope.currency());
  }

  /** The figures these sums make. */
  Figures figures() {
    Map<Kpi, Figure> figures = new EnumMap<>(Kpi.class);
    figures.put(Kpi.REVENUE, Figure.exact(Kpi.REVENUE, revenue, orders));
    figures.put(Kpi.ORDERS, Figure.exact(Kpi.ORDERS, orders, orders));
    figures.put(Kpi.AVERAGE_ORDER_VALUE, average());
    figures.put(Kpi.ACTIVE_CUSTOMERS, Figure.exact(Kpi.ACTIVE_CUSTOMERS, active, active));
    figures.put(Kpi.NEW_CUSTOMERS, Figure.exact(Kpi.NEW_CUSTOMERS, fresh, active));
    figures.put(Kpi.RETURNS, Figure.exact(Kpi.RETURNS, returned, returnLines));
    figures.put(Kpi.REPEAT_RATE, repeatRate());
    return new Figures(figures, anonymous, Optional.ofNullable(newest));
  }

  /** Mean with its normal interval: mean ± z·s/√n. */
  private Figure average() {
    double mean = orders == 0 ? Double.NaN : (double) revenue / orders;
    double half = orders < 2 ? Double.NaN : Z95 * orderSpread / Math.sqrt(orders);
    return new Figure(Kpi.AVERAGE_ORDER_VALUE, mean, mean - half, mean + half, orders);
  }

  private Figure repeatRate() {
    Share share = new Share(Math.min(seconds, active), active);
    return new Figure(Kpi.REPEAT_RATE, share.value(), share.low(), share.high(), active);
  }
}
