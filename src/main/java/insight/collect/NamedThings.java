package insight.collect;

import insight.collect.EventBatch.NewCustomer;
import insight.collect.EventBatch.NewProduct;
import insight.privacy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The customers and products that events name ({@code co_customer}, {@code co_product}), each with
 * the import that brought it, so that it can be taken back.
 */
@ApplicationScoped
class NamedThings {
  @Inject Vault vault;
  @Inject Clock clock;

  /**
   * Customers not known yet; what is said later about a known one fills in, a later profile wins.
   */
  void customers(
      Handle h,
      int sourceId,
      @Nullable Long importId,
      List<NewCustomer> customers,
      List<EventRow> fresh) {
    Map<Long, Instant> first = firstSeen(fresh);
    Map<Long, NewCustomer> byKey = new TreeMap<>();
    for (NewCustomer customer : customers) {
      if (first.containsKey(customer.key().value())) {
        byKey.merge(customer.key().value(), customer, NamedThings::together);
      }
    }
    if (byKey.isEmpty()) {
      return;
    }
    keepProfiles(h, importId, byKey);
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into co_customer as known (customer_key, source_id, id_cipher, profile_cipher,
              profile_import, country, country_import, first_seen, import_id)
            values (:key, :source, :id, :profile, :import, :country, :import, :first, :import)
            on conflict (customer_key) do update set
              profile_cipher = coalesce(excluded.profile_cipher, known.profile_cipher),
              profile_import = case when excluded.profile_cipher is null
                then known.profile_import else excluded.profile_import end,
              country = coalesce(known.country, excluded.country),
              country_import = case when known.country is null
                then excluded.country_import else known.country_import end,
              first_seen = least(known.first_seen, excluded.first_seen)
            where excluded.profile_cipher is not null
              or known.country is null and excluded.country is not null
              or excluded.first_seen < known.first_seen""");
    byKey.forEach(
        (key, customer) ->
            batch
                .bind("key", key)
                .bind("source", sourceId)
                .bind("import", importId)
                .bind("id", vault.encrypt("co_customer.id_cipher", customer.shopId()))
                .bind(
                    "profile",
                    customer
                        .profile()
                        .map(p -> vault.encrypt("co_customer.profile_cipher", p))
                        .orElse(null))
                .bind("country", customer.country().orElse(null))
                .bind("first", first.get(key))
                .add());
    batch.execute();
  }

  private static void keepProfiles(
      Handle h, @Nullable Long importId, Map<Long, NewCustomer> customers) {
    if (importId != null) {
      keepProfiles(
          h,
          Math.toIntExact(importId),
          customers.values().stream()
              .filter(c -> c.profile().isPresent())
              .map(c -> c.key().value())
              .toArray(Long[]::new));
    }
  }

  /** Keeps the profiles that an import is about to write over. */
  static void keepProfiles(Handle h, int importId, Long[] keys) {
    if (keys.length == 0) {
      return;
    }
    h.createUpdate(
            """
            insert into co_profile_before (customer_key, import_id, profile_cipher, profile_import)
            select customer_key, :import, profile_cipher, profile_import from co_customer
            where customer_key = any(:keys) and profile_import is distinct from :import
            on conflict do nothing""")
        .bind("import", importId)
        .bind("keys", keys)
        .execute();
  }

  private static NewCustomer together(NewCustomer a, NewCustomer b) {
    return new NewCustomer(
        a.key(), a.shopId(), a.country().or(b::country), b.profile().or(a::profile));
  }

  static Map<Long, Instant> firstSeen(List<EventRow> rows) {
    Map<Long, Instant> first = new HashMap<>();
    for (EventRow row : rows) {
      if (row.customer() != null) {
        first.merge(row.customer().value(), row.occurredAt(), NamedThings::earlier);
      }
    }
    return first;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Products not known yet: the first name wins, what was missing is filled in. */
  void products(
      Handle h,
      int sourceId,
      @Nullable Long importId,
      List<NewProduct> products,
      List<EventRow> fresh) {
    Map<String, NewProduct> byCode = new TreeMap<>();
    for (NewProduct product : products) {
      if (!product.product().isEmpty()) {
        byCode.merge(product.product(), product, NamedThings::together);
      }
    }
    if (byCode.isEmpty()) {
      return;
    }
    Instant first =
        fresh.stream()
            .map(EventRow::occurredAt)
            .min(Comparator.naturalOrder())
            .orElseGet(clock::instant);
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into co_product as known (source_id, product, name, category, first_seen,
              import_id, name_import, category_import)
            values (:source, :product, :name, :category, :first, :import, :import, :import)
            on conflict (source_id, product) do update set
              name = coalesce(known.name, excluded.name),
              name_import = case when known.name is null
                then excluded.name_import else known.name_import end,
              category = coalesce(known.category, excluded.category),
              category_import = case when known.category is null
                then excluded.category_import else known.category_import end
            where known.name is null and excluded.name is not null
              or known.category is null and excluded.category is not null""");
    for (NewProduct product : byCode.values()) {
      batch
          .bind("source", sourceId)
          .bind("import", importId)
          .bind("product", product.product())
          .bind("name", nonEmpty(product.name()))
          .bind("category", nonEmpty(product.category()))
          .bind("first", first)
          .add();
    }
    batch.execute();
  }

  private static NewProduct together(NewProduct a, NewProduct b) {
    return new NewProduct(
        a.product(),
        a.name().filter(n -> !n.isBlank()).or(b::name),
        a.category().filter(c -> !c.isBlank()).or(b::category));
  }

  private static @Nullable String nonEmpty(Optional<String> text) {
    return text.map(String::strip).filter(t -> !t.isEmpty()).orElse(null);
  }
}
