package insight.recommend;

import insight.recommend.Choice.Seller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What sells best: products by the number of orders they were in during the last {@value #DAYS}
 * days of sales. Nothing personal; kept for a minute.
 */
@ApplicationScoped
class BestSellers {
  static final int DAYS = 91;
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 5_000;

  @Inject Jdbi jdbi;
  @Inject Clock clock;

  private record Read(Instant at, List<Seller> sellers) {}

  private volatile @Nullable Read last;

  /** The products, falling; charges left out. */
  List<Seller> now() {
    Read read = last;
    return read != null && fresh(read) ? read.sellers() : reread();
  }

  private boolean fresh(Read read) {
    return read.at().plus(KEPT).isAfter(clock.instant());
  }

  private synchronized List<Seller> reread() {
    Read read = last;
    if (read == null || !fresh(read)) {
      read = new Read(clock.instant(), read());
      last = read;
    }
    return read.sellers();
  }

  /** The newest sale is looked for in the last months first: a busy shop's history is long. */
  private List<Seller> read() {
    List<Seller> all =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select product, count(distinct (source_id, order_no)) as orders
                        from co_event
                        where kind = 7 and class = 1 and product is not null
                          and occurred_at > (
                            select coalesce(
                              (select max(occurred_at) from co_event
                               where kind = 7 and class = 1 and occurred_at > :recent),
                              (select max(occurred_at) from co_event
                               where kind = 7 and class = 1)) - make_interval(days => :days))
                        group by product
                        order by orders desc, product collate "C" limit :most""")
                    .bind("recent", clock.instant().minus(DAYS, ChronoUnit.DAYS))
                    .bind("days", DAYS)
                    .bind("most", MOST)
                    .mapTo(Seller.class)
                    .list());
    Set<String> charges =
        Charges.among(all.stream().map(Seller::product).collect(Collectors.toSet()));
    return all.stream().filter(s -> !charges.contains(s.product())).toList();
  }
}
