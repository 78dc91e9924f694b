package insight.collect;

import insight.kernel.CustomerKey;
import insight.privacy.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps facts: what is new or says otherwise than before is accepted, what says the same is a
 * duplicate. All in the caller's transaction.
 */
@ApplicationScoped
class FactStore {
  @Inject Jdbi jdbi;
  @Inject Ledger ledger;
  @Inject FactCustomers customers;

  Inbox.Receipt store(int sourceId, int space, long importId, List<Fact> facts) {
    if (facts.isEmpty()) {
      return new Inbox.Receipt(0, 0, 0, 0);
    }
    List<Fact> kept = facts.stream().filter(f -> !forgotten(f)).toList();
    Map<Object, Fact> latest = new LinkedHashMap<>();
    kept.forEach(fact -> latest.put(fact.about(), fact));
    int id = Math.toIntExact(importId);
    long accepted =
        jdbi.withHandle(
            h ->
                orders(h, sourceId, space, id, of(latest.values(), Fact.Order.class))
                    + customers.store(h, sourceId, id, of(latest.values(), Fact.Customer.class))
                    + products(h, sourceId, id, of(latest.values(), Fact.Product.class))
                    + rates(h, id, of(latest.values(), Fact.Rate.class))
                    + points(h, sourceId, id, of(latest.values(), Fact.Point.class)));
    return new Inbox.Receipt(
        accepted, 0, (long) facts.size() - kept.size(), kept.size() - accepted);
  }

  private boolean forgotten(Fact fact) {
    return switch (fact) {
      case Fact.Order order -> order.customer() != null && ledger.holds(order.customer());
      case Fact.Customer customer -> customers.forgotten(customer);
      case Fact.Product p -> false;
      case Fact.Rate r -> false;
      case Fact.Point p -> false;
    };
  }

  private static <T extends Fact> List<T> of(Collection<Fact> facts, Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static <T> String[] texts(List<T> facts, Function<T, @Nullable Object> field) {
    List<@Nullable String> texts = new ArrayList<>(facts.size());
    facts.forEach(
        fact -> {
          Object value = field.apply(fact);
          texts.add(value == null ? null : value.toString());
        });
    return texts.toArray(String[]::new);
  }

  private long orders(Handle h, int sourceId, int space, int importId, List<Fact.Order> orders) {
    if (orders.isEmpty()) {
      return 0;
    }
    customers.ofOrders(h, sourceId, importId, orders);
    return h.createQuery(
            """
            with changed as (
              insert into co_order as known
                (space, order_no, customer_key, at, status, import_id)
              select :space, o.order_no, cast(o.customer as bigint), cast(o.at as timestamptz),
                o.status, :import
              from unnest(:orders, :customers, :times, :statuses)
                as o (order_no, customer, at, status)
              on conflict (space, order_no) do update set
                customer_key = coalesce(excluded.customer_key, known.customer_key),
                at = coalesce(excluded.at, known.at),
                status = coalesce(excluded.status, known.status),
                import_id = excluded.import_id
              where (coalesce(excluded.customer_key, known.customer_key),
                  coalesce(excluded.at, known.at), coalesce(excluded.status, known.status))
                is distinct from (known.customer_key, known.at, known.status)
              returning 1)
            select count(*) from changed""")
        .bind("space", space)
        .bind("import", importId)
        .bind("orders", texts(orders, Fact.Order::order))
        .bind("customers", texts(orders, o -> o.customer() == null ? null : o.customer().value()))
        .bind("times", texts(orders, Fact.Order::at))
        .bind("statuses", texts(orders, Fact.Order::status))
        .mapTo(Long.class)
        .one();
  }

  /** What a catalogue says wins over what events said; what it leaves open stays. */
  private static long products(Handle h, int sourceId, int importId, List<Fact.Product> products) {
    if (products.isEmpty()) {
      return 0;
    }
    return h.createQuery(
            """
            with changed as (
              insert into co_product as known (source_id, product, name, category, image_url,
                price, currency, catalogue, first_seen, import_id, name_import, category_import)
              select :source, p.product, p.name, p.category, p.image, cast(p.price as numeric),
                p.currency, true, now(), :import, :import, :import
              from unnest(:products, :names, :categories, :images, :prices, :currencies)
                as p (product, name, category, image, price, currency)
              on conflict (source_id, product) do update set
                name = coalesce(excluded.name, known.name),
                name_import = case when excluded.name is distinct from known.name
                  and excluded.name is not null then excluded.name_import
                  else known.name_import end,
                category_import = case when excluded.category is distinct from known.category
                  and excluded.category is not null then excluded.category_import
                  else known.category_import end,
                category = coalesce(excluded.category, known.category),
                image_url = coalesce(excluded.image_url, known.image_url),
                price = coalesce(excluded.price, known.price),
                currency = coalesce(excluded.currency, known.currency),
                catalogue = true
              where (coalesce(excluded.name, known.name),
                  coalesce(excluded.category, known.category),
                  coalesce(excluded.image_url, known.image_url),
                  coalesce(excluded.price, known.price),
                  coalesce(excluded.currency, known.currency), true)
                is distinct from (known.name, known.category, known.image_url, known.price,
                  known.currency, known.catalogue)
              returning 1)
            select count(*) from changed""")
        .bind("source", sourceId)
        .bind("import", importId)
        .bind("products", texts(products, Fact.Product::product))
        .bind("names", texts(products, Fact.Product::name))
        .bind("categories", texts(products, Fact.Product::category))
        .bind("images", texts(products, Fact.Product::image))
        .bind("prices", texts(products, Fact.Product::price))
        .bind("currencies", texts(products, Fact.Product::currency))
        .mapTo(Long.class)
        .one();
  }

  private static long rates(Handle h, int importId, List<Fact.Rate> rates) {
    if (rates.isEmpty()) {
      return 0;
    }
    return h.createQuery(
            """
            with changed as (
              insert into co_rate as known (currency, base, day, rate, import_id)
              select r.currency, r.base, cast(r.day as date), cast(r.rate as numeric), :import
              from unnest(:currencies, :bases, :days, :rates) as r (currency, base, day, rate)
              on conflict (currency, base, day) do update set
                rate = excluded.rate, import_id = excluded.import_id
              where known.rate is distinct from excluded.rate
              returning 1)
            select count(*) from changed""")
        .bind("import", importId)
        .bind("currencies", texts(rates, Fact.Rate::currency))
        .bind("bases", texts(rates, Fact.Rate::base))
        .bind("days", texts(rates, Fact.Rate::day))
        .bind("rates", texts(rates, r -> r.rate().toPlainString()))
        .mapTo(Long.class)
        .one();
  }

  private static long points(Handle h, int sourceId, int importId, List<Fact.Point> points) {
    if (points.isEmpty()) {
      return 0;
    }
    return h.createQuery(
            """
            with changed as (
              insert into co_series_point as known
                (source_id, series, country, day, value, import_id)
              select :source, p.series, p.country, cast(p.day as date), cast(p.value as numeric),
                :import
              from unnest(:series, :countries, :days, :values) as p (series, country, day, value)
              on conflict (source_id, series, country, day) do update set
                value = excluded.value, import_id = excluded.import_id
              where known.value is distinct from excluded.value
              returning 1)
            select count(*) from changed""")
        .bind("source", sourceId)
        .bind("import", importId)
        .bind("series", texts(points, Fact.Point::series))
        .bind("countries", texts(points, Fact.Point::country))
        .bind("days", texts(points, Fact.Point::day))
        .bind("values", texts(points, p -> p.value().toPlainString()))
        .mapTo(Long.class)
        .one();
  }

  /** What an undone import said last is forgotten; what it had overwritten does not come back. */
  void onReversed(@Observes ImportReversed event) {
    jdbi.useHandle(
        h ->
            List.of("co_order", "co_same_customer", "co_rate", "co_series_point")
                .forEach(
                    table ->
                        h.createUpdate("delete from " + table + " where import_id = :id")
                            .bind("id", Math.toIntExact(event.importId()))
                            .execute()));
  }

  /** For keys in arrays. */
  static Long[] keys(Collection<CustomerKey> keys) {
    return keys.stream().filter(Objects::nonNull).map(CustomerKey::value).toArray(Long[]::new);
  }
}
