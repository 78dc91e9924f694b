package insight.collect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a person says about a source to be made; checked by {@link Sources#create}.
 *
 * @param content what its records are: events unless said otherwise
 * @param shop sources with the same word share customers and orders
 * @param settings of its connection, a password among them
 */
public record NewSource(
    String name,
    String kind,
    Optional<String> preset,
    JsonObject mapping,
    Optional<String> country,
    Optional<String> timeZone,
    Optional<String> currency,
    boolean synthetic,
    Optional<String> content,
    Optional<String> shop,
    JsonObject settings,
    Optional<String> licence,
    Optional<String> basis,
    Optional<Integer> retentionDays,
    Optional<String> schedule) {

  /** A source of events that needs no connection. */
  public NewSource(
      String name,
      String kind,
      Optional<String> preset,
      JsonObject mapping,
      Optional<String> country,
      Optional<String> timeZone,
      Optional<String> currency,
      boolean synthetic) {
    this(
        name,
        kind,
        preset,
        mapping,
        country,
        timeZone,
        currency,
        synthetic,
        Optional.empty(),
        Optional.empty(),
        JsonValue.EMPTY_JSON_OBJECT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with what is not said in a form of a few fields. */
  public NewSource with(
      Optional<String> newContent, Optional<String> newShop, JsonObject newSettings) {
    return new NewSource(
        name,
        kind,
        preset,
        mapping,
        country,
        timeZone,
        currency,
        synthetic,
        newContent,
        newShop,
        newSettings,
        licence,
        basis,
        retentionDays,
        schedule);
  }

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
        settings.getBoolean("synthetic", false),
        text(settings, "content"),
        text(settings, "shop"),
        settings.get("settings") instanceof JsonObject connection
            ? connection
            : JsonValue.EMPTY_JSON_OBJECT,
        text(settings, "licence"),
        text(settings, "basis"),
        settings.containsKey("retentionDays")
            ? Optional.of(settings.getInt("retentionDays"))
            : Optional.empty(),
        text(settings, "schedule"));
  }

  private static Optional<String> text(JsonObject settings, String name) {
    return Optional.of(settings.getString(name, "")).filter(t -> !t.isBlank());
  }
}
