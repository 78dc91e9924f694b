package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.collect.Source;
import insight.prepare.cleaning.Distribution.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a source's stored events hold in a field. */
@ApplicationScoped
public class StoredValues {
  /** Different values of a field that are looked at one by one. */
  private static final int MOST = 2_000_000;

  private static final int SECONDS = 60;

  @Inject Jdbi jdbi;

  /**
   * How a field is stored.
   *
   * @param value SQL that gives it as text
   * @param rows SQL condition of the rows that may have it
   */
  public record Stored(String value, String rows) {}

  /** Where a value was found. */
  record Place(Instant occurredAt, @Nullable Long importId, @Nullable Long line) {}

  /** How the field is stored; empty for what is kept encrypted, elsewhere or not at all. */
  public static Optional<Stored> stored(Canonical field, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return switch (field) {
      case CUSTOMER -> of("customer_key::text", "true");
      case PRODUCT -> of("product", "kind in (2, 4, 5, 7)");
      case CATEGORY -> of("category", "kind = 7");
      case ORDER -> of("order_no", "kind = 7");
      case QUANTITY -> of("trim_scale(quantity)::text", "kind = 7");
      case UNIT_PRICE -> of("trim_scale(unit_price)::text", "kind = 7");
      case AMOUNT ->
          of("trim_scale(amount_minor / (10::numeric ^ " + digits + "))::text", "kind in (7, 9)");
      case CURRENCY -> of("currency", "kind in (7, 9)");
      case TIME ->
          // a quarter of an hour: no zone's day begins in between
          of(
              "to_char(date_bin('15 minutes', occurred_at, '2000-01-01Z') at time zone 'UTC',"
                  + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
              "true");
      case COUNTRY -> of("country", "true");
      case RATING -> of("rating::text", "kind = 10");
      case LANGUAGE -> of("language", "true");
      case SESSION -> of("session", "kind in (1, 2, 3, 4, 5, 6)");
      case DWELL_SECONDS -> of("dwell_seconds::text", "kind in (1, 2)");
      case METHOD -> of("method", "kind = 9");
      case COUPON -> of("properties ->> 'coupon'", "kind in (7, 13)");
      case EVENT,
          ID,
          EMAIL,
          PHONE,
          NAME,
          PRODUCT_NAME,
          TEXT,
          STATUS,
          PERSON,
          RATE,
          SERIES,
          VALUE,
          IMAGE,
          CITY,
          BIRTH_YEAR,
          FREIGHT,
          INSTALLMENTS ->
          Optional.empty();
    };
  }

  private static Optional<Stored> of(String value, String rows) {
    return Optional.of(new Stored(value, rows));
  }

  /**
   * All values of the field.
   *
   * @param without an import that does not count; 0 for none
   */
  public Optional<Distribution> of(Source source, Canonical field, long without) {
    return stored(field, currency(source)).map(stored -> read(source.id(), stored, without));
  }

  /** The currency whose digits count; feedback on the portal has none. */
  public static String currency(Source source) {
    return source.currency().equals("XXX") ? "USD" : source.currency();
  }

  private Distribution read(int sourceId, Stored stored, long without) {
    record Row(@Nullable String value, long count) {}
    List<Row> rows =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select <value> as value, count(*) as count from co_event
                        where source_id = :source and <rows>
                          and (import_id is null or import_id <> :without)
                        group by 1 order by 2 desc limit :most""")
                    .define("value", stored.value())
                    .define("rows", stored.rows())
                    .bind("source", sourceId)
                    .bind("without", without)
                    .bind("most", MOST)
                    .setQueryTimeout(SECONDS)
                    .mapTo(Row.class)
                    .list());
    long missing = rows.stream().filter(r -> r.value() == null).mapToLong(Row::count).sum();
    List<Counted> values =
        rows.stream()
            .filter(r -> r.value() != null)
            .map(r -> new Counted(java.util.Objects.requireNonNull(r.value()), r.count()))
            .toList();
    return Distribution.of(missing, values);
  }

  /** A row that has this value (null: none). */
  Optional<Place> first(Source source, Canonical field, @Nullable String value) {
    return stored(field, currency(source))
        .flatMap(
            stored ->
                jdbi.withHandle(
                    h ->
                        h.createQuery(
                                """
                                select occurred_at, import_id, line from co_event
                                where source_id = :source and <rows>
                                  and <value> is not distinct from :wanted limit 1""")
                            .define("value", stored.value())
                            .define("rows", stored.rows())
                            .bind("source", source.id())
                            .bind("wanted", value)
                            .setQueryTimeout(SECONDS)
                            .mapTo(Place.class)
                            .findOne()));
  }
}
