package insight.prepare.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All features there are, family by family. */
public final class Catalogue {
  private static final List<Feature> ALL =
      Stream.of(
              PurchaseFeatures.all(),
              LifecycleFeatures.all(),
              BrowsingFeatures.all(),
              InteractionFeatures.all(),
              PaymentFeatures.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Feature> all() {
    return ALL;
  }

  /** Those of a grain, in the catalogue's order. */
  static List<Feature> of(Grain grain) {
    return ALL.stream().filter(f -> f.grain() == grain).toList();
  }

  public static Optional<Feature> find(String id) {
    return ALL.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /**
   * A fingerprint of how a feature is computed, the rows of its grain included: twelve hex digits.
   * It is kept with each snapshot, so that two snapshots can tell whether they mean the same.
   */
  public static String fingerprint(Feature feature) {
    String all = GrainSql.rows(feature.grain()) + "\n" + feature.definition();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
