package insight.collect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** What a person says about a source to be made; checked by {@link Sources#create}. */
public record NewSource(
    String name,
    String kind,
    Optional<String> preset,
    JsonObject mapping,
    Optional<String> country,
    Optional<String> timeZone,
    Optional<String> currency,
    boolean synthetic) {

  /** A source without a mapping of its own. */
  public static NewSource of(
      String name, SourceKind kind, Optional<Preset> preset, String timeZone, String currency) {
    return new NewSource(
        name,
        kind.word(),
        preset.map(Preset::word),
        JsonValue.EMPTY_JSON_OBJECT,
        Optional.empty(),
        Optional.of(timeZone),
        Optional.of(currency),
        false);
  }

  /** As a draft keeps it; what is not there yet is empty. */
  static NewSource of(JsonObject settings) {
    return new NewSource(
        settings.getString("name", ""),
        settings.getString("kind", ""),
        text(settings, "preset"),
        settings.get("mapping") instanceof JsonObject mapping
            ? mapping
            : JsonValue.EMPTY_JSON_OBJECT,
        text(settings, "country"),
        text(settings, "timeZone"),
        text(settings, "currency"),
        settings.getBoolean("synthetic", false));
  }

  private static Optional<String> text(JsonObject settings, String name) {
    return Optional.of(settings.getString(name, "")).filter(t -> !t.isBlank());
  }
}
