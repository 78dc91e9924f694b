package insight.prepare.rest;

import insight.kernel.Texts;
import insight.prepare.FeatureFigure;
import insight.prepare.FeatureFigures;
import insight.prepare.FeatureUse;
import insight.prepare.Features;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The catalogue: each feature with its definition and its figures in the newest snapshot. */
@Path("features")
@Produces("application/json;charset=UTF-8")
public class FeaturesResource {
  @Inject Features features;
  @Inject FeatureFigures figures;
  @Inject Snapshots snapshots;
  @Inject ApiCaller api;

  @GET
  @Needs(Scope.READ)
  public JsonObject features() {
    Locale locale = api.locale();
    Optional<Snapshot.Header> newest = snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES);
    Map<String, FeatureFigure> known =
        newest.map(header -> figures.of(header.id())).orElse(Map.of());
    Map<String, Features.Deprecated> deprecated = features.deprecated();
    Map<String, List<FeatureUse.Use>> uses = features.uses();
    JsonArrayBuilder items = Json.array();
    for (Feature feature : Catalogue.all()) {
      JsonObjectBuilder json = json(feature, locale);
      json.add("deprecated", deprecated.containsKey(feature.id()));
      json.add("usedBy", usedBy(uses.getOrDefault(feature.id(), List.of()), locale));
      Optional.ofNullable(known.get(feature.id())).ifPresent(f -> json.add("figures", json(f)));
      items.add(json);
    }
    JsonObjectBuilder all = Json.object().add("items", items);
    newest.ifPresent(
        header ->
            all.add("snapshot", String.valueOf(header.id()))
                .add("asOf", header.cutoff().toString()));
    return all.build();
  }

  private static JsonObjectBuilder json(Feature feature, Locale locale) {
    JsonObjectBuilder json =
        Json.object()
            .add("id", feature.id())
            .add("title", Texts.of(locale, feature.key()))
            .add("about", Texts.of(locale, feature.aboutKey()))
            .add("family", feature.family().word())
            .add("measure", feature.measure().word())
            .add("personal", feature.personal())
            .add("sql", feature.definition())
            .add("fingerprint", Catalogue.fingerprint(feature));
    feature.window().days().ifPresent(days -> json.add("windowDays", days));
    return json;
  }

  private static JsonArrayBuilder usedBy(List<FeatureUse.Use> uses, Locale locale) {
    JsonArrayBuilder names = Json.array();
    uses.forEach(u -> names.add(u.name().apply(locale)));
    return names;
  }

  private static JsonObjectBuilder json(FeatureFigure figure) {
    JsonObjectBuilder json =
        Json.object()
            .add("n", figure.n())
            .add("missing", figure.missing())
            .add("sampled", figure.sampled())
            .add("drift", figure.drift().word());
    figure.mean().ifPresent(v -> json.add("mean", v));
    figure.median().ifPresent(v -> json.add("median", v));
    figure.psi().ifPresent(v -> json.add("psi", v));
    return json;
  }
}
