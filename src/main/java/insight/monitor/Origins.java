package insight.monitor;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where a figure comes from: the sources and deliveries whose order lines it counts. */
@UseCase
public class Origins {
  @Inject Jdbi jdbi;

  /**
   * One source's part.
   *
   * @param lines sale and return lines of the period
   * @param imports the imports they came with, the newest first, joined by commas; empty: tracked
   */
  public record Origin(String source, boolean synthetic, long lines, String imports) {}

  private record Row(String source, boolean synthetic, long lines, @Nullable String imports) {}

  public List<Origin> of(Kpis.Question question) {
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select s.name as source, s.synthetic, sum(n) as lines,
                          string_agg(cast(import_id as text), ', ' order by import_id desc)
                            as imports
                        from (
                          select source_id, import_id, count(*) as n from co_event e
                          where e.kind = 7 and e.class in (1, 2) and e.currency = :currency
                            and e.occurred_at >= :from and e.occurred_at < :to
                            and (cast(:country as text) is null or e.country = :country)
                          group by source_id, import_id) parts
                        join co_source s on s.id = source_id
                        group by s.name, s.synthetic order by lines desc""")
                    .bind("currency", question.currency())
                    .bind("from", question.period().start())
                    .bind("to", question.period().end())
                    .bind("country", question.country().orElse(null))
                    .mapTo(Row.class)
                    .list())
        .stream()
        .map(
            row ->
                new Origin(
                    row.source(),
                    row.synthetic(),
                    row.lines(),
                    row.imports() == null ? "" : row.imports()))
        .toList();
  }
}
