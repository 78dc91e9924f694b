package insight.prepare;

import insight.privacy.Grant;

/**
 * The SQL that freezes interactions, and the versions of all definitions; that of features is in
 * {@link insight.prepare.feature}. One condition ({@link #lines}) decides what the snapshot may
 * see; every statement stands on it.
 *
 * <p>Point in time: an order that was cancelled at or after the cut-off still counts as a sale,
 * since at the cut-off nobody knew. Who is who, consent and the product list are as of today.
 */
final class SnapshotSql {
  private SnapshotSql() {}

  /** Name and version of the definition, kept with the snapshot. */
  static String definition(Snapshot.Kind kind) {
    return kind.word() + (kind == Snapshot.Kind.CUSTOMER_FEATURES ? "/2" : "/1");
  }

  /**
   * Sale lines of known people in the period, under the grant. An order line without an order
   * number stands for an order of its own moment.
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
          select coalesce(p.person, e.customer_key) as person, e.occurred_at,
            e.source_id, coalesce(e.order_no, '@' || extract(epoch from e.occurred_at)) as order_no,
            e.product, e.currency
          from co_event e
            left join pr_person p on p.customer_key = e.customer_key
            left join cancelled_later c
              on c.source_id = e.source_id and c.order_no = e.order_no and e.class = 6
          where e.customer_key is not null and e.occurred_at < :cutoff%s
            and e.kind = 7 and (e.class = 1 or c.order_no is not null)
            and %s)
        """
        .formatted(
            from ? " and e.occurred_at >= :from" : "",
            grant.persons("coalesce(p.person, e.customer_key)"));
  }

  /** The currency of most sale lines; the first by name where two have as many. */
  static final String MAIN_CURRENCY =
      """
      select currency from line where currency is not null
      group by currency order by count(*) desc, currency limit 1""";

  /** First purchase and number of orders of each person and product. */
  static final String INTERACTIONS =
      """
      insert into pr_interaction (snapshot_id, person, product, first_at, purchases)
      select :id, person, product, min(occurred_at), count(distinct (source_id, order_no))
      from line where product is not null group by person, product""";

  /** Every interaction as one line of text, in an order that no locale changes. */
  static final String ORDERED =
      """
      select row(person, product, extract(epoch from first_at), purchases)::text
      from pr_interaction where snapshot_id = :id order by person, product collate "C\"""";
}
