package insight.segment;

import insight.collect.EventKind;
import insight.collect.Products;
import insight.collect.SaleClass;
import insight.kernel.Money;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.privacy.Vault;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Everything that happened with a customer, the newest first, page by page. */
@UseCase
public class Timelines {
  /**
   * The lines of an order that count the same are one entry, and so are equal events of one moment.
   * A page starts strictly before the entry that ended the one before, so none is split or shown
   * twice.
   */
  private static final String SQL =
      """
      select g.*, s.name as source from (
        select e.occurred_at, min(e.event_id) as event_id, e.kind, e.class as sale_class,
          e.source_id, min(e.order_no) as order_no, count(*) as lines,
          count(distinct e.product) as products, min(e.product) as product,
          sum(e.amount_minor) as amount_minor, e.currency, min(e.rating) as rating,
          (array_agg(e.text_cipher) filter (where e.text_cipher is not null))[1] as text_cipher
        from co_event e cross join (select cast(:person as bigint) as person) p
        where e.customer_key = any(:keys) and e.occurred_at <= :before and %s%s
        group by e.occurred_at, e.kind, e.class, e.source_id, e.currency,
          case when e.kind = 7 then coalesce(e.order_no, '') else e.event_id::text end
        having (e.occurred_at, min(e.event_id)) < (cast(:before as timestamptz), :id)
        order by e.occurred_at desc, event_id desc limit :limit) g
      join co_source s on s.id = g.source_id
      order by g.occurred_at desc, g.event_id desc""";

  private static final Happening.Place NEWEST =
      new Happening.Place(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

  @Inject Jdbi jdbi;
  @Inject Vault vault;
  @Inject Products products;

  private record Row(
      Instant occurredAt,
      long eventId,
      short kind,
      short saleClass,
      @Nullable String orderNo,
      long lines,
      long products,
      @Nullable String product,
      @Nullable Long amountMinor,
      @Nullable String currency,
      @Nullable Integer rating,
      byte @Nullable [] textCipher,
      String source) {}

  /** What to show. */
  public enum Choice {
    ALL(""),
    /** Order lines, payments and cancellations. */
    ORDERS(" and e.kind in (7, 8, 9)");

    private final String condition;

    Choice(String condition) {
      this.condition = condition;
    }
  }

  /**
   * The next entries.
   *
   * @param after the last entry of the page before; empty: from the newest on
   */
  public List<Happening> page(
      Person person, Choice choice, Optional<Happening.Place> after, int limit, Grant grant) {
    Happening.Place place = after.orElse(NEWEST);
    List<Row> rows =
        jdbi.withHandle(
            h -> {
              Query query =
                  h.createQuery(SQL.formatted(grant.persons("p.person"), choice.condition));
              return query
                  .bind("person", person.person())
                  .bind("keys", person.keyArray())
                  .bind("before", place.at())
                  .bind("id", place.id())
                  .bind("limit", limit)
                  .mapTo(Row.class)
                  .list();
            });
    Map<String, String> names =
        products.names(rows.stream().map(Row::product).flatMap(Stream::ofNullable).toList());
    return rows.stream().map(row -> happening(row, names, grant)).toList();
  }

  private Happening happening(Row row, Map<String, String> names, Grant grant) {
    boolean readable = grant.allows(Field.FREE_TEXT);
    Optional<byte[]> cipher = Optional.ofNullable(row.textCipher());
    return new Happening(
        row.occurredAt(),
        row.eventId(),
        EventKind.of(row.kind()),
        saleClass(row.saleClass()),
        Optional.ofNullable(row.orderNo()),
        row.lines(),
        row.products(),
        Optional.ofNullable(row.product())
            .filter(p -> row.products() == 1)
            .map(p -> names.getOrDefault(p, p)),
        Optional.ofNullable(row.currency())
            .flatMap(c -> Optional.ofNullable(row.amountMinor()).map(a -> Money.of(a, c))),
        Optional.ofNullable(row.rating()),
        cipher.filter(c -> readable).map(c -> vault.decrypt("co_event.text_cipher", c)),
        cipher.isPresent() && !readable,
        row.source());
  }

  private static SaleClass saleClass(int code) {
    return Stream.of(SaleClass.values()).filter(c -> c.code() == code).findFirst().orElseThrow();
  }
}
