package insight.collect;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** How much each source delivered, day by day (UTC, by the day it came in). */
@UseCase
public class Volumes {
  /** Days that are looked back. */
  public static final int DAYS = 30;

  @Inject Jdbi jdbi;
  @Inject Clock clock;

  record DayRow(int sourceId, LocalDate day, long accepted) {}

  /** Accepted lines and events by source for the last {@link #DAYS} days, the oldest first. */
  public Map<Integer, List<Long>> lately() {
    LocalDate today = EventStore.day(clock.instant());
    LocalDate first = today.minusDays(DAYS - 1L);
    Map<Integer, Map<LocalDate, Long>> found = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    select source_id, day, sum(accepted)::bigint as accepted from (
                      select source_id, cast(created_at at time zone 'UTC' as date) as day, accepted
                      from co_import where created_at >= :first and reversed_at is null
                      union all
                      select source_id, day, accepted from co_tracked where day >= :first) as d
                    group by source_id, day""")
                .bind("first", first)
                .mapTo(DayRow.class)
                .forEach(
                    row ->
                        found
                            .computeIfAbsent(row.sourceId(), s -> new HashMap<>())
                            .put(row.day(), row.accepted())));
    Map<Integer, List<Long>> lately = new HashMap<>();
    found.forEach(
        (source, days) ->
            lately.put(
                source,
                IntStream.range(0, DAYS)
                    .mapToObj(i -> days.getOrDefault(first.plusDays(i), 0L))
                    .toList()));
    return lately;
  }
}
