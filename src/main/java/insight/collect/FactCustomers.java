package insight.collect;

import insight.kernel.CustomerKey;
import insight.privacy.Ledger;
import insight.privacy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Customers that registers and profiles name, and the numbers that stand for one person. */
@ApplicationScoped
class FactCustomers {
  @Inject Jdbi jdbi;
  @Inject Vault vault;
  @Inject Ledger ledger;

  /**
   * Whether the person was forgotten. Then a number that leads to the person is forgotten as well,
   * with what it brought before it was known whose it is.
   */
  boolean forgotten(Fact.Customer customer) {
    boolean gone = ledger.holds(customer.key());
    if (gone && customer.number().isPresent() && !ledger.holds(customer.number().get())) {
      CustomerKey number = customer.number().get();
      ledger.add(number);
      jdbi.useHandle(
          h ->
              List.of("co_event", "co_order", "co_customer")
                  .forEach(
                      table ->
                          h.createUpdate("delete from " + table + " where customer_key = :key")
                              .bind("key", number.value())
                              .execute()));
    }
    return gone || customer.number().filter(ledger::holds).isPresent();
  }

  /** How many were new, or are described otherwise now. */
  long store(Handle h, int sourceId, int importId, List<Fact.Customer> customers) {
    if (customers.isEmpty()) {
      return 0;
    }
    long same = same(h, importId, customers);
    Map<Long, Fact.Customer> persons = new LinkedHashMap<>();
    customers.forEach(c -> persons.put(c.key().value(), c));
    Map<Long, String> before = profiles(h, persons.keySet().toArray(Long[]::new));
    List<Fact.Customer> news =
        persons.values().stream()
            .filter(c -> !(before.containsKey(c.key().value()) && said(c, before)))
            .toList();
    write(h, sourceId, importId, news);
    long numbered = customers.stream().filter(c -> c.number().isPresent()).count();
    return numbered > 0 ? same : news.size();
  }

  private static boolean said(Fact.Customer c, Map<Long, String> before) {
    return c.profile() == null || c.profile().equals(before.get(c.key().value()));
  }

  private Map<Long, String> profiles(Handle h, Long[] keys) {
    Map<Long, String> profiles = new LinkedHashMap<>();
    h.createQuery(
            """
            select customer_key, profile_cipher from co_customer where customer_key = any(:keys)""")
        .bind("keys", keys)
        .map(
            (rs, context) -> {
              byte[] cipher = rs.getBytes(2);
              return Map.entry(
                  rs.getLong(1),
                  cipher == null ? "" : vault.decrypt("co_customer.profile_cipher", cipher));
            })
        .forEach(e -> profiles.put(e.getKey(), e.getValue()));
    return profiles;
  }

  private void write(Handle h, int sourceId, int importId, List<Fact.Customer> customers) {
    if (customers.isEmpty()) {
      return;
    }
    NamedThings.keepProfiles(
        h,
        importId,
        customers.stream()
            .filter(c -> c.profile() != null)
            .map(c -> c.key().value())
            .toArray(Long[]::new));
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into co_customer as known (customer_key, source_id, id_cipher, profile_cipher,
              profile_import, country, country_import, first_seen, import_id)
            values (:key, :source, :id, :profile, :import, :country, :import, :seen, :import)
            on conflict (customer_key) do update set
              profile_cipher = coalesce(excluded.profile_cipher, known.profile_cipher),
              profile_import = case when excluded.profile_cipher is null
                then known.profile_import else excluded.profile_import end,
              country_import = case when excluded.country is distinct from known.country
                and excluded.country is not null
                then excluded.country_import else known.country_import end,
              country = coalesce(excluded.country, known.country)""");
    for (Fact.Customer customer : customers) {
      batch
          .bind("key", customer.key().value())
          .bind("source", sourceId)
          .bind("import", importId)
          .bind("id", vault.encrypt("co_customer.id_cipher", customer.shopId()))
          .bind(
              "profile",
              customer.profile() == null
                  ? null
                  : vault.encrypt("co_customer.profile_cipher", customer.profile()))
          .bind("country", customer.country())
          .bind("seen", customer.seen())
          .add();
    }
    batch.execute();
  }

  private static long same(Handle h, int importId, List<Fact.Customer> customers) {
    List<Fact.Customer> numbered = customers.stream().filter(c -> c.number().isPresent()).toList();
    if (numbered.isEmpty()) {
      return 0;
    }
    return h.createQuery(
            """
            with changed as (
              insert into co_same_customer as known (customer_key, person_key, import_id)
              select n.number, n.person, :import
              from unnest(:numbers, :persons) as n (number, person)
              on conflict (customer_key) do update set
                person_key = excluded.person_key, import_id = excluded.import_id
              where known.person_key is distinct from excluded.person_key
              returning 1)
            select count(*) from changed""")
        .bind("import", importId)
        .bind("numbers", FactStore.keys(numbered.stream().map(c -> c.number().get()).toList()))
        .bind("persons", FactStore.keys(numbered.stream().map(Fact.Customer::key).toList()))
        .mapTo(Long.class)
        .one();
  }

  /** The customers that orders name, unless the number is known to be another's. */
  void ofOrders(Handle h, int sourceId, int importId, List<Fact.Order> orders) {
    Map<Long, Fact.Order> named = new LinkedHashMap<>();
    for (Fact.Order order : orders) {
      if (order.customer() != null && order.at() != null) {
        named.putIfAbsent(order.customer().value(), order);
      }
    }
    if (named.isEmpty()) {
      return;
    }
    h.createQuery(
            """
            select customer_key from co_same_customer where customer_key = any(:keys)
            union select customer_key from co_customer where customer_key = any(:keys)""")
        .bind("keys", named.keySet().toArray(Long[]::new))
        .mapTo(Long.class)
        .forEach(named::remove);
    if (named.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into co_customer (customer_key, source_id, id_cipher, first_seen, import_id)
            values (:key, :source, :id, :seen, :import) on conflict do nothing""");
    named.forEach(
        (key, order) ->
            batch
                .bind("key", key)
                .bind("source", sourceId)
                .bind("id", vault.encrypt("co_customer.id_cipher", String.valueOf(order.shopId())))
                .bind("seen", order.at())
                .bind("import", importId)
                .add());
    batch.execute();
  }
}
