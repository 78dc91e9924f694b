package insight.prepare.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts made-up events into the tables, and sets what SQL says beside what the oracle says. */
public final class FeatureRig {
  private static final double CLOSE = 1e-6;

  private FeatureRig() {}

  public static void insert(Handle h, int source, List<Happened> events) {
    events.stream()
        .map(e -> e.at().toString().substring(0, 10))
        .distinct()
        .forEach(
            day ->
                h.createQuery("select co_ensure_month(cast(:day as date))::text")
                    .bind("day", day)
                    .mapTo(String.class)
                    .list());
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into co_event (occurred_at, received_at, source_id, kind, class, customer_key,
              session, product, category, order_no, quantity, amount_minor, currency, country,
              rating, dwell_seconds, method, properties)
            values (cast(:at as timestamptz), now(), :source, :kind, :sale, :person, :session,
              :product, :category, :order, :quantity, :amount, :currency, :country, :rating, :dwell,
              :method, cast(:properties as jsonb))""");
    for (Happened e : events) {
      batch
          .bind("at", e.at().toString())
          .bind("source", source)
          .bind("kind", e.kind())
          .bind("sale", e.sale())
          .bind("person", e.person())
          .bind("session", e.session())
          .bind("product", e.product())
          .bind("category", e.category())
          .bind("order", e.order())
          .bind("quantity", e.quantity())
          .bind("amount", e.amount())
          .bind("currency", e.currency())
          .bind("country", e.country())
          .bind("rating", e.rating())
          .bind("dwell", e.dwell())
          .bind("method", e.method())
          .bind("properties", e.coupon() ? "{\"coupon\":\"TEN\"}" : null)
          .add();
    }
    if (!events.isEmpty()) {
      batch.execute();
    }
  }

  /** Where the row and the oracle differ, in words; empty when they agree. */
  public static List<String> differences(Map<String, Object> row, Map<String, Object> expected) {
    List<String> different = new ArrayList<>();
    for (Feature feature : Catalogue.all()) {
      Object is = row.get(feature.column());
      Object should = expected.get(feature.id());
      if (!same(is, should)) {
        different.add(feature.id() + " is " + is + ", should be " + should);
      }
    }
    return different;
  }

  private static boolean same(Object is, Object should) {
    if (is instanceof Number a && should instanceof Number b) {
      double scale = Math.max(1, Math.abs(b.doubleValue()));
      return Math.abs(a.doubleValue() - b.doubleValue()) <= CLOSE * scale;
    }
    return is == null ? should == null : is.equals(should);
  }
}
