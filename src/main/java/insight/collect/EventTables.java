package insight.collect;

import insight.kernel.CustomerKey;
import insight.privacy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes rows of {@code co_event}. */
@ApplicationScoped
class EventTables {
  private static final String COPY =
      """
      copy co_event (occurred_at, received_at, source_id, import_id, line, kind, class,
        customer_key, session, product, category, order_no, quantity, unit_price, amount_minor,
        currency, country, rating, dwell_seconds, method, language, text_cipher, properties)
      from stdin (format binary)""";

  private static final int COLUMNS = 23;

  @Inject Vault vault;
  @Inject Clock clock;

  /** Writes rows that are known to be new. */
  void copy(Handle h, int sourceId, @Nullable Long importId, List<EventRow> rows) {
    Instant received = clock.instant();
    try (CopyBinary copy = new CopyBinary(h, COPY)) {
      for (EventRow row : rows) {
        copy.row(COLUMNS).time(row.occurredAt()).time(received).int4(sourceId).int8(importId);
        write(copy, row);
      }
      copy.end();
    } catch (SQLException e) {
      throw new IllegalStateException("COPY into co_event failed", e);
    }
  }

  private void write(CopyBinary copy, EventRow row) {
    CustomerKey customer = row.customer();
    String words = row.text();
    copy.int8(row.line() == 0 ? null : row.line())
        .int2(row.kind().code())
        .int2(row.saleClass().code())
        .int8(customer == null ? null : customer.value())
        .text(row.session())
        .text(row.product())
        .text(row.category())
        .text(row.order())
        .numeric(row.quantity(), 3)
        .numeric(row.unitPrice(), 4)
        .int8(row.amountMinor())
        .text(row.currency())
        .text(row.country())
        .int2(row.rating())
        .int4(row.dwellSeconds())
        .text(row.method())
        .text(row.language())
        .bytes(words == null ? null : vault.encrypt("co_event.text_cipher", words))
        .json(row.properties());
  }
}
