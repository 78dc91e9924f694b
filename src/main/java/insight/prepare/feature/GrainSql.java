package insight.prepare.feature;

import java.util.List;

/**
 * The rows of each grain, as SQL. The events are scanned three times: order lines, browsing, the
 * rest; everything else stands on what these scans left. Each scan carries the same four
 * conditions: known people, before the cut-off, not before the period, under the grant.
 *
 * <p>Point in time: an order that was cancelled at or after the cut-off still counts as a sale,
 * since at the cut-off nobody knew. Who is who, consent and the products' categories are as of
 * today.
 */
final class GrainSql {
  private GrainSql() {}

  /** A temporary table that grains stand on. */
  record Stock(String key, String table, String sql) {}

  private static final String FROM =
      """
      from co_event e left join pr_person p on p.customer_key = e.customer_key
      """;

  private static final String WHERE =
      """
      where e.customer_key is not null and e.occurred_at < :cutoff and {from} and {granted} and\s""";

  private static final String PERSON = "select coalesce(p.person, e.customer_key) as person,";

  /**
   * Sale and return lines. A line without an order number is an order of its own moment; {@code
   * cancelled_later} are orders that were cancelled, but not yet at the cut-off.
   */
  static final Stock LINES =
      new Stock(
          "prepare.step.lines",
          "feature_line",
          """
          with cancelled_later as materialized (
            select source_id, order_no from co_event
            where kind = 8 and order_no is not null
            group by source_id, order_no having min(occurred_at) >= :cutoff)
          """
              + PERSON
              + """
               e.source_id, e.class = 2 as returned, e.occurred_at as at,
                coalesce(e.order_no, '@' || extract(epoch from e.occurred_at)) as order_no,
                e.product, e.category, e.quantity, e.amount_minor as amount, e.currency, e.country,
                jsonb_exists(e.properties, 'coupon') is true as coupon
              """
              + FROM
              + """
                left join cancelled_later c
                  on c.source_id = e.source_id and c.order_no = e.order_no and e.class = 6
              """
              + WHERE
              + "e.kind = 7 and (e.class in (1, 2) or c.order_no is not null)");

  private static final String IN_CURRENCY = "(currency is null or currency = {currency})";

  /** One row a person and order. */
  static final Stock ORDERS =
      new Stock(
          "prepare.step.orders",
          "feature_order_row",
          """
          select person, source_id, order_no, min(at) as at, max(at) as ended,
            max(country) as country, count(*)::int as lines,
            coalesce(sum(amount), 0)::bigint as amount, coalesce(sum(quantity), 0) as quantity,
            bool_or(coupon) as coupon
          from feature_line where not returned and\s"""
              + IN_CURRENCY
              + "\ngroup by 1, 2, 3");

  /** One row a person and visit. */
  static final Stock VISITS =
      new Stock(
          "prepare.step.visits",
          "feature_visit_row",
          PERSON
              + """
               coalesce(hashtextextended(e.session, 0),
                  floor(extract(epoch from e.occurred_at) / 86400)::bigint) as visit,
                max(e.occurred_at) as at, count(*)::int as events,
                (count(*) filter (where e.kind = 2))::int as views,
                max(e.occurred_at) filter (where e.kind = 2) as viewed,
                sum(e.dwell_seconds) as dwell, count(e.dwell_seconds)::int as dwelt,
                (count(*) filter (where e.kind = 1))::int as pages,
                (count(*) filter (where e.kind = 3))::int as searches,
                (count(*) filter (where e.kind = 4))::int as adds,
                (count(*) filter (where e.kind = 5))::int as removals,
                (count(*) filter (where e.kind = 6))::int as checkouts
              """
              + FROM
              + WHERE
              + "e.kind between 1 and 6\ngroup by 1, 2");

  /** The rest, as it is. */
  static final Stock EVENTS =
      new Stock(
          "prepare.step.events",
          "feature_event_row",
          PERSON
              + """
               e.kind, e.occurred_at as at, e.rating, e.method,
                case when e.currency = {currency} then e.amount_minor end as amount
              """
              + FROM
              + WHERE
              + "e.kind > 7");

  /** In the order they are made. */
  static final List<Stock> STOCKS = List.of(LINES, ORDERS, VISITS, EVENTS);

  private static final String ORDER =
      """
      select o.*, extract(epoch from at - lag(at) over w)::bigint as gap,
        lead(at) over w is null as newest,
        date_trunc('month', local) is distinct from date_trunc('month', lag(local) over w)
          as new_month,
        count(*) over (partition by person, hour) as same_hour,
        count(*) over (partition by person, weekday) as same_weekday
      from (
        select l.*, extract(hour from local)::int as hour, extract(isodow from local)::int as weekday
        from (
          select r.*, r.at at time zone s.time_zone as local
          from feature_order_row r join co_source s on s.id = r.source_id offset 0) l) o
      window w as (partition by person order by at, source_id, order_no)""";

  private static final String PRODUCT =
      """
      select b.person, b.lines, b.bought_again, coalesce(b.category, x.category) as category
      from (
        select person, source_id, product, max(category) as category, count(*)::int as lines,
          min(at) < max(at) as bought_again
        from feature_line where not returned and product is not null and\s"""
          + IN_CURRENCY
          + """

        group by person, source_id, product) b
        left join co_product x on x.source_id = b.source_id and x.product = b.product""";

  private static final String RETURN =
      "select person, amount from feature_line where returned and " + IN_CURRENCY;

  private static final String CART =
      """
      select c.person, c.day, o.person is not null as ordered
      from (
        select distinct person, (at at time zone 'UTC')::date as day
        from feature_visit_row where adds > 0) c
        left join (
          select distinct person, (at at time zone 'UTC')::date as day
          from feature_order_row) o on o.person = c.person and o.day = c.day""";

  /** The kinds of payment method are told by the words that shops use for them. */
  private static final String EVENT =
      """
      select r.*, w.way from feature_event_row r
        left join (
          select method, case
              when method ~* 'voucher|gift|coupon|points|代金券|礼品' then 'voucher'
              when method ~* 'wallet|paypal|apple|google|alipay|wechat|klarna|支付宝|微信'
                then 'wallet'
              when method ~* 'transfer|boleto|sepa|bank|invoice|pix|cash|转账' then 'transfer'
              when method ~* 'card|visa|master|amex|unionpay|银行卡|信用卡' then 'card' end as way
          from (select distinct method from feature_event_row where kind = 9) known) w
          on w.method = r.method""";

  /** The rows of a grain; for the person itself there are none of its own. */
  static String rows(Grain grain) {
    return switch (grain) {
      case ORDER -> ORDER;
      case PRODUCT -> PRODUCT;
      case RETURN -> RETURN;
      case VISIT -> "select * from feature_visit_row";
      case CART -> CART;
      case EVENT -> EVENT;
      case PERSON -> "";
    };
  }
}
