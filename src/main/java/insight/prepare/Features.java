package insight.prepare;

import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The feature catalogue as the portal keeps it: which are offered, and who uses them. */
@UseCase
public class Features {
  private static final int WORDS = 500;

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Audit audit;
  @Inject Instance<FeatureUse> uses;

  /** Why a feature is no longer offered. */
  public record Deprecated(String feature, String reason, Instant since, String saidBy) {}

  /** What new training runs may use, in the catalogue's order. */
  public List<Feature> offered() {
    Map<String, Deprecated> out = deprecated();
    return Catalogue.all().stream().filter(f -> !out.containsKey(f.id())).toList();
  }

  public Map<String, Deprecated> deprecated() {
    return jdbi
        .withHandle(
            h ->
                h.createQuery("select * from pr_feature_deprecated").mapTo(Deprecated.class).list())
        .stream()
        .collect(Collectors.toMap(Deprecated::feature, d -> d));
  }

  /** Who uses which feature. */
  public Map<String, List<FeatureUse.Use>> uses() {
    return uses.stream()
        .flatMap(u -> u.uses().stream())
        .sorted(Comparator.comparing(FeatureUse.Use::live).reversed())
        .collect(Collectors.groupingBy(FeatureUse.Use::feature));
  }

  public Feature required(String id) {
    return Catalogue.find(id).orElseThrow(() -> Refused.notFound("prepare.feature.unknown", id));
  }

  /**
   * Takes a feature out of the offer; it stays computed and readable.
   *
   * @throws Refused when no reason is given, or something live uses it
   */
  public void deprecate(String id, String reason, Caller caller) {
    Feature feature = required(id);
    if (reason.isBlank() || reason.length() > WORDS) {
      throw Refused.invalid("/reason", "prepare.deprecate.reason", WORDS);
    }
    if (uses().getOrDefault(feature.id(), List.of()).stream().anyMatch(FeatureUse.Use::live)) {
      throw Refused.conflict("prepare.deprecate.used", feature.id());
    }
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into pr_feature_deprecated (feature, reason, since, said_by)
                    values (:feature, :reason, :since, :by)
                    on conflict (feature) do update set reason = excluded.reason""")
                .bind("feature", feature.id())
                .bind("reason", reason.strip())
                .bind("since", clock.instant())
                .bind("by", caller.name())
                .execute());
    audit.record(
        caller.name(), Audit.Action.CHANGE, "feature " + id, null, Map.of("deprecated", true));
  }

  /** Offers a feature again. */
  public void restore(String id, Caller caller) {
    Feature feature = required(id);
    jdbi.useHandle(
        h ->
            h.createUpdate("delete from pr_feature_deprecated where feature = :feature")
                .bind("feature", feature.id())
                .execute());
    audit.record(
        caller.name(), Audit.Action.CHANGE, "feature " + id, null, Map.of("deprecated", false));
  }
}
