package insight.collect;

import java.util.List;

/** Brings orders, customers and products back to what was said of them without an import. */
final class NamedBefore {
  private NamedBefore() {}

  /** Whom and what the events that go are about. */
  static void remember(ReversalStep step) {
    step.temporary(
        "gone_customer",
        "customer_key bigint",
        """
        select distinct customer_key from co_event
        where source_id = :source and import_id = :id and customer_key is not null""");
    step.temporary(
        "gone_cancellation",
        "order_no text",
        """
        select distinct order_no from co_event
        where source_id = :source and import_id = :id and kind = 8 and order_no is not null""");
  }

  /** Orders that only this import had cancelled are sales again. */
  static void revive(ReversalStep step) {
    if (step.any("select from gone_cancellation")) {
      step.run(
          """
          update co_event e set class = 1 from gone_cancellation g
          where e.class = 6 and e.source_id = :source and e.order_no = g.order_no
            and not exists (select from co_event c
              where c.kind = 8 and c.source_id = :source and c.order_no = g.order_no)""");
    }
  }

  /** Each profile this import wrote becomes what it wrote over, also where others wrote over it. */
  static void profiles(ReversalStep step) {
    for (String target : List.of("co_customer", "co_profile_before")) {
      step.run(
          """
          update %s t set profile_cipher = b.profile_cipher, profile_import = b.profile_import
          from co_profile_before b
          where b.import_id = :id and b.customer_key = t.customer_key and t.profile_import = :id"""
              .formatted(target));
      step.run(
          "update "
              + target
              + " set profile_cipher = null, profile_import = null"
              + " where profile_import = :id");
    }
    step.run("delete from co_profile_before where import_id = :id");
  }

  static long customers(ReversalStep step) {
    long gone =
        step.run(
            """
            delete from co_customer c where c.source_id = :source and c.import_id = :id
              and c.profile_cipher is null
              and not exists (select from co_event e where e.customer_key = c.customer_key)""");
    step.run(
        """
        delete from co_link l where l.source_id = :source
          and not exists (select from co_customer c where c.customer_key = l.to_key)""");
    step.run(
        """
        update co_customer c set
          import_id = case when c.import_id = :id then left_over.import_id else c.import_id end,
          first_seen = coalesce(left_over.first_seen, c.first_seen)
        from gone_customer g, lateral (
          select min(e.import_id) as import_id, min(e.occurred_at) as first_seen
          from co_event e where e.customer_key = g.customer_key) left_over
        where c.customer_key = g.customer_key""");
    step.run(
        """
        update co_customer c set (country, country_import) = (
          select e.country, e.import_id from co_event e
          where e.customer_key = c.customer_key and e.country is not null
          order by e.event_id limit 1)
        where c.country_import = :id""");
    return gone;
  }

  static void products(ReversalStep step) {
    if (!step.any(
        """
        select from co_product where source_id = :source
          and :id in (import_id, name_import, category_import)""")) {
      return;
    }
    step.temporary(
        "still_sold",
        "product text, first int, later boolean",
        """
        select product, min(import_id) as first,
          coalesce(bool_or(import_id > :id), false) as later from co_event
        where source_id = :source and product is not null group by product""");
    step.run(
        """
        delete from co_product p where p.source_id = :source and p.import_id = :id
          and not exists (select from still_sold s where s.product = p.product)""");
    for (String column : List.of("name", "category")) {
      step.run(
          """
          update co_product p set %1$s = null, %1$s_import = null
          where p.source_id = :source and p.%1$s_import = :id
            and not exists (select from still_sold s where s.product = p.product and s.later)"""
              .formatted(column));
    }
    step.run(
        """
        update co_product p set import_id = s.first from still_sold s
        where p.source_id = :source and p.import_id = :id and s.product = p.product""");
  }
}
