package insight.segment;

import insight.kernel.CustomerKey;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * All customers, as a frozen snapshot knows them: that of the live segmentation, or else the newest
 * one. Frozen rows page without gaps however far one goes.
 */
@UseCase
public class CustomerLists {
  private static final String FROM =
      """
      from pr_customer_features f
      left join sg_member m on m.person = f.person and m.segmentation_id = :segmentation
      where f.snapshot_id = :snapshot and %s
        and (cast(:country as text) is null or f.country = :country)
        and (cast(:segment as bigint) is null or m.segment_id = :segment)""";

  @Inject Jdbi jdbi;

  /** The snapshot behind a list. */
  public record Basis(
      long snapshot, OptionalLong segmentation, Instant cutoff, Optional<String> currency) {}

  /** What to list. */
  public record Filter(Optional<String> country, OptionalLong segment) {}

  /** By what a list is sorted. */
  public enum Order {
    SPEND("f.monetary_minor desc"),
    LAST_ORDER("f.recency_days"),
    ORDERS("f.frequency desc");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }

  /** One customer. */
  public record Listed(
      CustomerKey key,
      OptionalLong segment,
      int recencyDays,
      int orders,
      long monetaryMinor,
      Optional<String> country) {}

  private record BasisRow(
      long snapshot, OptionalLong segmentation, Instant cutoff, Optional<String> currency) {}

  private record Row(
      long person,
      OptionalLong segmentId,
      int recencyDays,
      int frequency,
      long monetaryMinor,
      Optional<String> country) {}

  /** What lists are read from; empty before the first customer snapshot. */
  public Optional<Basis> basis() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select p.id as snapshot, s.id as segmentation, p.cutoff, p.currency
                    from pr_snapshot p left join sg_segmentation s on s.snapshot_id = p.id and s.live
                    where p.kind = 'customer-features' and p.run_id is null
                    order by s.id nulls last, p.id desc limit 1""")
                .mapTo(BasisRow.class)
                .findOne()
                .map(r -> new Basis(r.snapshot(), r.segmentation(), r.cutoff(), r.currency())));
  }

  /** Countries of the customers, the most frequent first. */
  public List<String> countries(Basis basis) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select country from pr_customer_features
                    where snapshot_id = :snapshot and country is not null
                    group by country order by count(*) desc, country""")
                .bind("snapshot", basis.snapshot())
                .mapTo(String.class)
                .list());
  }

  public List<Listed> page(
      Basis basis, Filter filter, Order order, Grant grant, long offset, int limit) {
    String columns =
        "select f.person, m.segment_id, f.recency_days, f.frequency, f.monetary_minor, f.country ";
    String tail = " order by " + order.sql + ", f.person offset :offset limit :limit";
    return jdbi.withHandle(
        h ->
            query(h, columns, tail, basis, filter, grant)
                .bind("offset", offset)
                .bind("limit", limit)
                .mapTo(Row.class)
                .stream()
                .map(row -> listed(row, grant))
                .toList());
  }

  public long count(Basis basis, Filter filter, Grant grant) {
    return jdbi.withHandle(
        h -> query(h, "select count(*) ", "", basis, filter, grant).mapTo(Long.class).one());
  }

  private static Query query(
      Handle h, String columns, String tail, Basis basis, Filter filter, Grant grant) {
    Query query = h.createQuery(columns + FROM.formatted(grant.persons("f.person")) + tail);
    return query
        .bind("snapshot", basis.snapshot())
        .bind("segmentation", basis.segmentation().orElse(-1))
        .bind("country", filter.country().orElse(null))
        .bind("segment", filter.segment().isPresent() ? filter.segment().getAsLong() : null);
  }

  private static Listed listed(Row row, Grant grant) {
    return new Listed(
        new CustomerKey(row.person()),
        row.segmentId(),
        row.recencyDays(),
        row.frequency(),
        row.monetaryMinor(),
        row.country().filter(c -> grant.allows(Field.REGION)));
  }
}
