package insight.prepare;

import insight.privacy.Grant;

/**
 * The SQL that freezes. One condition ({@link #lines}) decides what any snapshot may see; every
 * statement stands on it. A change of a definition raises its version in {@link #definition}.
 *
 * <p>Point in time: an order that was cancelled at or after the cut-off still counts as a sale,
 * since at the cut-off nobody knew. Who is who, consent and the product list are as of today.
 */
final class SnapshotSql {
  private SnapshotSql() {}

  /** Name and version of the definition, kept with the snapshot. */
  static String definition(Snapshot.Kind kind) {
    return kind.word() + "/1";
  }

  /**
   * Sale lines, return lines and product views of known people in the period, under the grant. An
   * order line without an order number stands for an order of its own moment.
   *
   * @param from whether the period has a beginning, {@code :from}
   */
  static String lines(Grant grant, boolean from) {
    return """
        with cancelled_later as (
          select source_id, order_no from co_event
          where kind = 8 and order_no is not null
          group by source_id, order_no having min(occurred_at) >= :cutoff),
        line as (
          select coalesce(p.person, e.customer_key) as person, e.occurred_at, e.event_id,
            e.source_id, coalesce(e.order_no, '@' || extract(epoch from e.occurred_at)) as order_no,
            e.product, e.category, e.quantity, e.amount_minor, e.currency, e.country,
            case when e.kind = 2 then 'view' when e.class = 2 then 'return' else 'sale' end as what
          from co_event e
            left join pr_person p on p.customer_key = e.customer_key
            left join cancelled_later c
              on c.source_id = e.source_id and c.order_no = e.order_no and e.class = 6
          where e.customer_key is not null and e.occurred_at < :cutoff%s
            and (e.kind = 2 or e.kind = 7 and (e.class in (1, 2) or c.order_no is not null))
            and %s)
        """
        .formatted(
            from ? " and e.occurred_at >= :from" : "",
            grant.persons("coalesce(p.person, e.customer_key)"));
  }

  /** The currency of most sale lines; the first by name where two have as many. */
  static final String MAIN_CURRENCY =
      """
      select currency from line where what = 'sale' and currency is not null
      group by currency order by count(*) desc, currency limit 1""";

  /** Sale and return lines of other currencies. */
  static final String LEFT_OUT =
      "select count(*) from line where what <> 'view' and currency <> :currency";

  /** Features of everybody with a sale; definitions beside the table. */
  static final String CUSTOMER_FEATURES =
      """
      , known as (
        select l.*, coalesce(l.category, x.category) as sort
        from line l left join co_product x on x.source_id = l.source_id and x.product = l.product
        where l.what = 'view' or l.currency is null or l.currency = :currency)
      insert into pr_customer_features (snapshot_id, person, recency_days, frequency,
        monetary_minor, tenure_days, basket_size, products, categories, return_share, views, country)
      select :id, person,
        floor(extract(epoch from :cutoff - max(occurred_at) filter (where what = 'sale')) / 86400),
        count(distinct (source_id, order_no)) filter (where what = 'sale'),
        coalesce(sum(amount_minor) filter (where what = 'sale'), 0),
        floor(extract(epoch from :cutoff - min(occurred_at) filter (where what = 'sale')) / 86400),
        coalesce(sum(quantity) filter (where what = 'sale'), 0)
          / count(distinct (source_id, order_no)) filter (where what = 'sale'),
        count(distinct product) filter (where what = 'sale'),
        count(distinct sort) filter (where what = 'sale'),
        coalesce(greatest(0, -sum(amount_minor) filter (where what = 'return'))
          / nullif(sum(amount_minor) filter (where what = 'sale'), 0), 0),
        count(*) filter (where what = 'view'),
        (array_agg(country order by occurred_at desc, event_id desc)
          filter (where what = 'sale' and country is not null))[1]
      from known group by person having bool_or(what = 'sale')""";

  /** First purchase and number of orders of each person and product. */
  static final String INTERACTIONS =
      """
      insert into pr_interaction (snapshot_id, person, product, first_at, purchases)
      select :id, person, product, min(occurred_at), count(distinct (source_id, order_no))
      from line where what = 'sale' and product is not null group by person, product""";

  /** Every row as one line of text, in an order that does not depend on the database's locale. */
  static String ordered(Snapshot.Kind kind) {
    return switch (kind) {
      case CUSTOMER_FEATURES ->
          """
          select row(person, recency_days, frequency, monetary_minor, tenure_days, basket_size,
            products, categories, return_share, views, country)::text
          from pr_customer_features where snapshot_id = :id order by person""";
      case INTERACTIONS ->
          """
          select row(person, product, extract(epoch from first_at), purchases)::text
          from pr_interaction where snapshot_id = :id order by person, product collate "C\"""";
      case SERIES -> throw new IllegalArgumentException("no series yet");
    };
  }
}
