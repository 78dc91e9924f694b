package insight.learn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What made a model, complete enough to make it again from the same snapshot.
 *
 * @param algorithm its name, e.g. {@code k-means}
 * @param library who computed, e.g. {@code Tribuo}
 * @param parameters every setting that has an effect, in the order of reading
 * @param rows training rows: customers for groups, customer-product pairs for rankings
 * @param features the names of the columns; empty where there are none
 * @param trainingMillis how long it took
 */
public record Provenance(
    String algorithm,
    String library,
    String libraryVersion,
    String javaVersion,
    Map<String, String> parameters,
    long seed,
    long rows,
    List<String> features,
    long trainingMillis) {

  public Provenance {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    features = List.copyOf(features);
  }

  /** The same, as plain maps, lists, texts and numbers: ready for JSON. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("algorithm", algorithm);
    map.put("library", library);
    map.put("libraryVersion", libraryVersion);
    map.put("javaVersion", javaVersion);
    map.put("parameters", parameters);
    map.put("seed", seed);
    map.put("rows", rows);
    map.put("features", features);
    map.put("trainingMillis", trainingMillis);
    return Collections.unmodifiableMap(map);
  }
}
