package insight.monitor;

import insight.collect.Products;
import insight.kernel.Period;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the revenue is made of: countries, products; and the figures of each country. */
@UseCase
public class Rankings {
  @Inject Jdbi jdbi;
  @Inject Products products;

  /**
   * A country's or product's part of the revenue.
   *
   * @param key country code or product; empty: not known
   * @param name the product's name, when the shop gave one
   */
  public record Part(String key, Optional<String> name, long revenueMinor, long previousMinor) {}

  private record Row(@Nullable String part, long revenueMinor, long previousMinor) {}

  /** The figures of one country. */
  public record Country(String code, Figures figures) {}

  /** The countries by revenue, largest first, beside another period. */
  public List<Part> countries(Kpis.Question question, Optional<Period> previous, Grant grant) {
    return parts("country", question, previous, Integer.MAX_VALUE, grant).stream()
        .map(r -> new Part(key(r), Optional.empty(), r.revenueMinor(), r.previousMinor()))
        .toList();
  }

  /** The products by revenue, largest first, beside another period. */
  public List<Part> products(
      Kpis.Question question, Optional<Period> previous, int limit, Grant grant) {
    List<Row> rows = parts("product", question, previous, limit, grant);
    Map<String, String> names = products.names(rows.stream().map(Rankings::key).toList());
    return rows.stream()
        .map(
            r ->
                new Part(
                    key(r),
                    Optional.ofNullable(names.get(key(r))),
                    r.revenueMinor(),
                    r.previousMinor()))
        .toList();
  }

  /** Every figure of every country, the largest revenue first. */
  public List<Country> figuresByCountry(Kpis.Question question, Grant grant) {
    Period period = question.period();
    Sums.Scope scope =
        new Sums.Scope(period.start(), period.end(), question.country(), question.currency());
    return jdbi.withHandle(h -> Sums.countries(h, scope, grant)).stream()
        .filter(sums -> !sums.isWhole())
        .sorted(java.util.Comparator.comparingLong(Sums::revenue).reversed())
        .map(sums -> new Country(sums.part() == null ? "" : sums.part(), sums.figures()))
        .toList();
  }

  private static String key(Row row) {
    return row.part() == null ? "" : row.part();
  }

  /** {@code column} is one of this code's own words. */
  private List<Row> parts(
      String column, Kpis.Question question, Optional<Period> previous, int limit, Grant grant) {
    Period period = question.period();
    Period before = previous.orElse(period);
    String sql =
        """
        select PART as part,
          coalesce(sum(revenue) filter (where now), 0) as revenue_minor,
          coalesce(sum(revenue) filter (where not now), 0) as previous_minor
        from (
          select e.PART, e.occurred_at >= :from as now, e.amount_minor as revenue
          from co_event e left join pr_person p on p.customer_key = e.customer_key
          where e.kind = 7 and e.class = 1 and e.currency = :currency
            and (e.occurred_at >= :from and e.occurred_at < :to
              or e.occurred_at >= :beforeFrom and e.occurred_at < :beforeTo)
            and (cast(:country as text) is null or e.country = :country) and GRANT) lines
        group by 1 having sum(revenue) filter (where now) > 0
        order by 2 desc, 1 limit :limit"""
            .replace("PART", column)
            .replace("GRANT", grant.persons("coalesce(p.person, e.customer_key)"));
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("from", period.start())
                .bind("to", period.end())
                .bind("beforeFrom", before.start())
                .bind("beforeTo", before.end())
                .bind("country", question.country().orElse(null))
                .bind("currency", question.currency())
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
  }
}
