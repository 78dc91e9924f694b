package insight.prepare.ui;

import com.vaadin.flow.router.QueryParameters;
import insight.prepare.feature.Family;
import insight.prepare.feature.Feature;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which features the list shows, as the address says: family, q. */
record FeatureChoice(Optional<Family> family, String search) {
  static FeatureChoice read(QueryParameters parameters) {
    return new FeatureChoice(
        parameters
            .getSingleParameter("family")
            .flatMap(w -> Stream.of(Family.values()).filter(f -> f.word().equals(w)).findFirst()),
        parameters.getSingleParameter("q").orElse("").strip());
  }

  boolean shows(Feature feature) {
    String words =
        feature.id() + " " + FeatureFormat.name(feature) + " " + FeatureFormat.about(feature);
    return (family.isEmpty() || family.get() == feature.family())
        && words.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  QueryParameters parameters() {
    Map<String, String> map = new LinkedHashMap<>();
    family.ifPresent(f -> map.put("family", f.word()));
    if (!search.isEmpty()) {
      map.put("q", search);
    }
    return QueryParameters.simple(map);
  }
}
