package insight.segment;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** How customers move between segments from one segmentation to the next. */
@UseCase
public class Movements {
  @Inject Jdbi jdbi;
  @Inject Segments segments;

  private record Row(Optional<Long> fromId, Optional<Long> toId, long customers) {}

  /** The moves from the segmentation before this one; empty when it is the first. */
  public Optional<Moves> to(Segmentation now) {
    return segments.before(now).map(before -> between(before, now));
  }

  private Moves between(Segmentation before, Segmentation now) {
    List<Row> rows =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select b.segment_id as from_id, n.segment_id as to_id, count(*) as customers
                        from (select person, segment_id from sg_member
                          where segmentation_id = :before) b
                        full join (select person, segment_id from sg_member
                          where segmentation_id = :now) n on n.person = b.person
                        group by b.segment_id, n.segment_id""")
                    .bind("before", before.id())
                    .bind("now", now.id())
                    .mapTo(Row.class)
                    .list());
    return new Moves(
        before,
        now,
        before.cutoff().equals(now.cutoff()),
        rows.stream()
            .map(
                r ->
                    new Moves.Move(
                        r.fromId().flatMap(before::segment),
                        r.toId().flatMap(now::segment),
                        r.customers()))
            .toList());
  }
}
