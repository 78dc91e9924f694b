package insight.collect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings together what a shop delivers in several tables: lines and payments that name an order get
 * the order's customer and, where they have no time of their own, its time; lines of an order that
 * was cancelled are no sales. Run after each delivery of one of the tables, in whatever order they
 * come; run again, it changes nothing.
 */
@ApplicationScoped
class OrderJoin {
  /** Marks in an event's properties that its time is not its own yet. */
  static final String TIME_FROM = "timeFrom";

  private static final String ORDERS =
      """
      with register as (
        select o.order_no, coalesce(s.person_key, o.customer_key) as person, o.at,
          lower(o.status) in ('canceled', 'cancelled') as off
        from co_order o left join co_same_customer s on s.customer_key = o.customer_key
        where o.space = :space),
      due as (
        select e.event_id, e.occurred_at, r.person, r.off,
          case when e.properties ? 'timeFrom' then coalesce(r.at, e.occurred_at)
            else e.occurred_at end as at,
          r.at is not null as timed
        from co_event e join register r on r.order_no = e.order_no
        where e.source_id in (select id from co_source where space = :space)
          and (r.person is not null and e.customer_key is distinct from r.person
            or e.properties ? 'timeFrom' and r.at is not null
            or r.off and e.kind = 7 and e.class = 1))
      """
          .replace("? 'timeFrom'", "?? 'timeFrom'");

  @Inject Jdbi jdbi;

  /** Joins what is there, in the caller's transaction; how many events that changed. */
  long run(int space) {
    return jdbi.withHandle(
        h -> {
          numbers(h, space);
          h.createQuery(
                  ORDERS
                      + """
                      select co_ensure_month(cast(month as date)) from (
                        select distinct date_trunc('month', at at time zone 'UTC') as month
                        from due) as months""")
              .bind("space", space)
              .mapTo(String.class)
              .list();
          return (long)
              h.createUpdate(
                      ORDERS
                          + """
                          update co_event e set
                            customer_key = coalesce(d.person, e.customer_key),
                            occurred_at = d.at,
                            properties = case when d.timed then e.properties - 'timeFrom'
                              else e.properties end,
                            class = case when d.off and e.kind = 7 and e.class = 1 then 6
                              else e.class end
                          from due d
                          where e.event_id = d.event_id and e.occurred_at = d.occurred_at""")
                  .bind("space", space)
                  .execute();
        });
  }

  /** Numbers of a known person are no customers of their own. */
  private static void numbers(Handle h, int space) {
    h.createUpdate(
            """
            delete from co_customer c using co_same_customer s
            where s.customer_key = c.customer_key and s.person_key <> c.customer_key
              and c.source_id in (select id from co_source where space = :space)""")
        .bind("space", space)
        .execute();
    h.createUpdate(
            """
            update co_customer c set first_seen = o.at
            from (select coalesce(s.person_key, o.customer_key) as person, min(o.at) as at
              from co_order o left join co_same_customer s on s.customer_key = o.customer_key
              where o.space = :space group by 1) as o
            where o.person = c.customer_key and o.at < c.first_seen""")
        .bind("space", space)
        .execute();
  }
}
