package insight.prepare;

import insight.prepare.feature.Drift;
import java.util.List;
import java.util.Optional;

/**
 * What changed from one snapshot of customer features to another.
 *
 * @param stayed people in both
 * @param added people in the later one alone
 * @param left people in the earlier one alone
 * @param features those computed in both, the farthest moved first
 * @param redefined features whose definition changed between the two; their drift may be that
 */
public record SnapshotChange(
    Snapshot.Header before,
    Snapshot.Header now,
    long stayed,
    long added,
    long left,
    List<Moved> features,
    List<String> redefined) {
  public SnapshotChange {
    features = List.copyOf(features);
    redefined = List.copyOf(redefined);
  }

  /**
   * How one feature moved.
   *
   * @param people in the smaller of the two samples
   */
  public record Moved(
      String feature,
      double psi,
      long people,
      Optional<Double> meanBefore,
      Optional<Double> mean,
      double missingBefore,
      double missing) {
    public Drift drift() {
      return Drift.of(Optional.of(psi), people);
    }
  }
}
