package insight.prepare;

import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Distributions;
import insight.prepare.feature.Feature;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.ArrayList;
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

  private record Both(Feature feature, FeatureFigure was, FeatureFigure is) {
    SnapshotChange.Moved moved(FeatureSample earlier, FeatureSample later) {
      return new SnapshotChange.Moved(
          feature.id(),
          Distributions.psi(earlier.column(feature), later.column(feature)),
          Math.min(earlier.size(), later.size()),
          was.mean(),
          is.mean(),
          was.missing(),
          is.missing());
    }
  }

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
    List<Both> both = both(figures.of(before), figures.of(now));
    List<SnapshotChange.Moved> moved = jdbi.withHandle(h -> moved(h, both, before, now));
    List<String> redefined =
        both.stream()
            .filter(f -> !f.was().fingerprint().equals(f.is().fingerprint()))
            .map(f -> f.feature().id())
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

  /** The features that both snapshots hold. */
  private static List<Both> both(
      Map<String, FeatureFigure> then, Map<String, FeatureFigure> today) {
    List<Both> both = new ArrayList<>();
    for (Feature feature : Catalogue.all()) {
      FeatureFigure was = then.get(feature.id());
      FeatureFigure is = today.get(feature.id());
      if (was != null && is != null) {
        both.add(new Both(feature, was, is));
      }
    }
    return both;
  }

  private static List<SnapshotChange.Moved> moved(
      Handle h, List<Both> both, long before, long now) {
    FeatureSample earlier = FeatureSample.of(h, before);
    FeatureSample later = FeatureSample.of(h, now);
    if (earlier.size() == 0 || later.size() == 0) {
      return List.of(); // everybody in it was forgotten
    }
    return both.stream()
        .map(f -> f.moved(earlier, later))
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
