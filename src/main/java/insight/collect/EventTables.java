package insight.collect;

import insight.collect.EventBatch.NewCustomer;
import insight.collect.EventBatch.NewProduct;
import insight.kernel.CustomerKey;
import insight.privacy.Vault;
import insight.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
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
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** The statements that fill {@code co_event}, {@code co_customer} and {@code co_product}. */
@ApplicationScoped
class EventTables {
  private static final String COPY =
      """
      copy co_event (occurred_at, received_at, source_id, import_id, line, kind, class,
        customer_key, session, product, category, order_no, quantity, unit_price, amount_minor,
        currency, country, rating, dwell_seconds, method, language, text_cipher, properties)
      from stdin""";

  @Inject Vault vault;
  @Inject Clock clock;

  /** Writes rows that are known to be new. */
  void copy(Handle h, int sourceId, @Nullable Long importId, List<EventRow> rows) {
    PGConnection connection = Database.postgres(h);
    try (PGCopyOutputStream out = new PGCopyOutputStream(connection, COPY, 64 * 1024)) {
      CopyText text = new CopyText(out);
      String received = clock.instant().toString();
      for (EventRow row : rows) {
        row(text, row, received, sourceId, importId);
      }
      text.flush();
    } catch (SQLException e) {
      throw new IllegalStateException("COPY into co_event failed", e);
    } catch (IOException e) {
      throw new UncheckedIOException("COPY into co_event failed", e);
    }
  }

  private void row(
      CopyText text, EventRow row, String received, int sourceId, @Nullable Long importId)
      throws IOException {
    CustomerKey customer = row.customer();
    String words = row.text();
    text.plain(row.occurredAt())
        .plain(received)
        .number(sourceId)
        .plain(importId)
        .plain(row.line() == 0 ? null : row.line())
        .number(row.kind().code())
        .number(row.saleClass().code())
        .plain(customer == null ? null : customer.value())
        .text(row.session())
        .text(row.product())
        .text(row.category())
        .text(row.order())
        .plain(row.quantity() == null ? null : row.quantity().toPlainString())
        .plain(row.unitPrice() == null ? null : row.unitPrice().toPlainString())
        .plain(row.amountMinor())
        .plain(row.currency())
        .text(row.country())
        .plain(row.rating())
        .plain(row.dwellSeconds())
        .text(row.method())
        .text(row.language())
        .bytes(words == null ? null : vault.encrypt("co_event.text_cipher", words))
        .text(row.properties())
        .endRow();
  }

  /** Customers not known yet; what is said later about a known one fills in. */
  void customers(Handle h, int sourceId, List<NewCustomer> customers, List<EventRow> fresh) {
    Map<Long, Instant> first = firstSeen(fresh);
    Map<Long, NewCustomer> byKey = new TreeMap<>();
    for (NewCustomer customer : customers) {
      if (first.containsKey(customer.key().value())) {
        byKey.merge(customer.key().value(), customer, EventTables::together);
      }
    }
    if (byKey.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into co_customer as known
              (customer_key, source_id, id_cipher, profile_cipher, country, first_seen)
            values (:key, :source, :id, :profile, :country, :first)
            on conflict (customer_key) do update set
              profile_cipher = coalesce(excluded.profile_cipher, known.profile_cipher),
              country = coalesce(known.country, excluded.country),
              first_seen = least(known.first_seen, excluded.first_seen)
            where excluded.profile_cipher is not null
              or known.country is null and excluded.country is not null
              or excluded.first_seen < known.first_seen""");
    byKey.forEach(
        (key, customer) ->
            batch
                .bind("key", key)
                .bind("source", sourceId)
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

  private static NewCustomer together(NewCustomer a, NewCustomer b) {
    return new NewCustomer(
        a.key(), a.shopId(), a.country().or(b::country), b.profile().or(a::profile));
  }

  private static Map<Long, Instant> firstSeen(List<EventRow> rows) {
    Map<Long, Instant> first = new HashMap<>();
    for (EventRow row : rows) {
      if (row.customer() != null) {
        first.merge(row.customer().value(), row.occurredAt(), EventTables::earlier);
      }
    }
    return first;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Products not known yet: the first name wins, what was missing is filled in. */
  void products(Handle h, int sourceId, List<NewProduct> products, List<EventRow> fresh) {
    Map<String, NewProduct> byCode = new TreeMap<>();
    for (NewProduct product : products) {
      if (!product.product().isEmpty()) {
        byCode.merge(product.product(), product, EventTables::together);
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
            insert into co_product as known (source_id, product, name, category, first_seen)
            values (:source, :product, :name, :category, :first)
            on conflict (source_id, product) do update set
              name = coalesce(known.name, excluded.name),
              category = coalesce(known.category, excluded.category)
            where known.name is null and excluded.name is not null
              or known.category is null and excluded.category is not null""");
    for (NewProduct product : byCode.values()) {
      batch
          .bind("source", sourceId)
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
