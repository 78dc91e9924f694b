package insight.learn.cluster;

import insight.learn.Provenance;
import java.util.List;
import java.util.Map;

/** What the provenance of groups found by our own code has in common. */
final class OwnWork {
  /** Grows when the same settings and seed give other groups than before. */
  private static final String VERSION = "2";

  private OwnWork() {}

  static Provenance provenance(
      String algorithm,
      Map<String, String> parameters,
      long seed,
      long rows,
      List<String> features,
      long nanos) {
    return new Provenance(
        algorithm,
        "insight",
        VERSION,
        Runtime.version().toString(),
        parameters,
        seed,
        rows,
        features,
        nanos / 1_000_000);
  }
}
