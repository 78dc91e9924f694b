package insight.prepare.quality;

import insight.collect.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** How fresh sources are. */
@ApplicationScoped
class Freshnesses {
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  /** Imports that brought something, and days with tracking. */
  Freshness of(Source source) {
    return jdbi.withHandle(
        h -> {
          List<Instant> deliveries =
              h.createQuery(
                      """
                      select at from (
                        select created_at as at from co_import
                        where source_id = :source and accepted + duplicates > 0
                          and reversed_at is null
                        union all
                        select least(day + interval '1 day', now()) from (
                          select distinct day from co_tracked where source_id = :source) t
                        order by at desc limit 30) newest
                      order by at""")
                  .bind("source", source.id())
                  .mapTo(Instant.class)
                  .list();
          Optional<Instant> newest =
              h.createQuery(
                      """
                      select max(day)::timestamp at time zone :zone from pr_quality
                      where source_id = :source and dimension = 'uniqueness'
                      having max(day) is not null""")
                  .bind("source", source.id())
                  .bind("zone", source.timeZone().getId())
                  .mapTo(Instant.class)
                  .findOne();
          return Freshness.of(deliveries, newest);
        });
  }

  /** Notes for today whether a delivery is overdue; nothing while no rhythm is known. */
  void keep(Source source) {
    Freshness now = of(source);
    if (now.rhythm().isEmpty()) {
      return;
    }
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into pr_quality (source_id, dimension, field, day, checked, failed)
                    values (:source, 'freshness', '', :day, 1, :failed)
                    on conflict (source_id, dimension, field, day) do update
                      set failed = excluded.failed""")
                .bind("source", source.id())
                .bind("day", clock.instant().atZone(source.timeZone()).toLocalDate())
                .bind("failed", now.overdue(clock.instant()) ? 1 : 0)
                .execute());
  }
}
