package insight.prepare;

import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Distributions;
import insight.prepare.feature.Feature;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Compares snapshots of customer features. */
@UseCase
public class SnapshotChanges {
  @Inject Jdbi jdbi;
  @Inject Snapshots snapshots;
  @Inject FeatureFigures figures;

  record People(long stayed, long added, long left) {}

  /** The snapshot before this one that can be compared with it. */
  public Optional<Long> before(long id) {
    return jdbi.withHandle(h -> FeatureFigures.before(h, id));
  }

  /**
   * What changed between two snapshots, the order of the ids does not matter.
   *
   * @throws Refused when one of them does not hold the catalogue's features
   */
  public SnapshotChange between(long one, long other) {
    long before = Math.min(one, other);
    long now = Math.max(one, other);
    Snapshot.Header earlier = comparable(before);
    Snapshot.Header later = comparable(now);
    Map<String, FeatureFigure> then = figures.of(before);
    Map<String, FeatureFigure> today = figures.of(now);
    List<SnapshotChange.Moved> moved = jdbi.withHandle(h -> moved(h, then, today, before, now));
    List<String> redefined =
        today.values().stream()
            .filter(f -> then.containsKey(f.feature()))
            .filter(f -> !then.get(f.feature()).fingerprint().equals(f.fingerprint()))
            .map(FeatureFigure::feature)
            .toList();
    People people = jdbi.withHandle(h -> people(h, before, now));
    return new SnapshotChange(
        earlier, later, people.stayed(), people.added(), people.left(), moved, redefined);
  }

  private Snapshot.Header comparable(long id) {
    Snapshot.Header header = snapshots.required(id);
    if (figures.of(id).isEmpty()) {
      throw Refused.unprocessable("prepare.compare.without", String.valueOf(id));
    }
    return header;
  }

  private static List<SnapshotChange.Moved> moved(
      Handle h,
      Map<String, FeatureFigure> then,
      Map<String, FeatureFigure> today,
      long before,
      long now) {
    FeatureSample earlier = FeatureSample.of(h, before);
    FeatureSample later = FeatureSample.of(h, now);
    if (earlier.size() == 0 || later.size() == 0) {
      return List.of(); // everybody in it was forgotten
    }
    long people = Math.min(earlier.size(), later.size());
    return Catalogue.all().stream()
        .filter(f -> then.containsKey(f.id()) && today.containsKey(f.id()))
        .map(
            (Feature f) -> {
              FeatureFigure was = then.get(f.id());
              FeatureFigure is = today.get(f.id());
              double psi = Distributions.psi(earlier.column(f), later.column(f));
              return new SnapshotChange.Moved(
                  f.id(), psi, people, was.mean(), is.mean(), was.missing(), is.missing());
            })
        .sorted(Comparator.comparingDouble(m -> -m.psi()))
        .toList();
  }

  private static People people(Handle h, long before, long now) {
    return h.createQuery(
            """
            select count(*) filter (where b.person is not null and n.person is not null) as stayed,
              count(*) filter (where b.person is null) as added,
              count(*) filter (where n.person is null) as left
            from (select person from pr_feature_row where snapshot_id = :before) b
              full join (select person from pr_feature_row where snapshot_id = :now) n
                on n.person = b.person""")
        .bind("before", before)
        .bind("now", now)
        .mapTo(People.class)
        .one();
  }
}
