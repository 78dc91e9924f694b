package insight.collect;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Series from outside the shop: searches, weather, holidays. */
@UseCase
public class OutsideSeries {
  @Inject Jdbi jdbi;

  /** A series and where it is of; no country: everywhere. */
  public record Named(String series, String country, LocalDate from, LocalDate to, long points) {}

  public record Point(LocalDate day, BigDecimal value) {}

  /** All that there are. */
  public List<Named> list() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select series, country, min(day) as "from", max(day) as "to",
                      count(*) as points
                    from co_series_point group by series, country order by series, country""")
                .mapTo(Named.class)
                .list());
  }

  /** One series by day; where two sources tell of a day, the newer one counts. */
  public List<Point> of(String series, String country) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select distinct on (day) day, value from co_series_point
                    where series = :series and country = :country
                    order by day, import_id desc nulls last""")
                .bind("series", series)
                .bind("country", country)
                .mapTo(Point.class)
                .list());
  }
}
