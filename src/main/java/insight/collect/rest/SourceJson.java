package insight.collect.rest;

import insight.collect.Basis;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.SourceChange;
import insight.collect.SourceDetails;
import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A source in the words of the API, both ways. */
final class SourceJson {
  private SourceJson() {}

  static NewSource wanted(JsonObject body) {
    return new NewSource(
        text(body, "name").orElseThrow(() -> missing("name")),
        text(body, "kind").orElseThrow(() -> missing("kind")),
        text(body, "preset"),
        object(body, "mapping"),
        text(body, "country"),
        text(body, "timeZone"),
        text(body, "currency"),
        body.get("synthetic") == JsonValue.TRUE,
        text(body, "content"),
        text(body, "shop"),
        object(body, "settings"),
        text(body, "licence"),
        text(body, "basis"),
        whole(body, "retentionDays"),
        text(body, "schedule"));
  }

  /** What stands, with what the body says instead; null empties a field. */
  static SourceChange change(SourceDetails details, JsonObject body) {
    SourceChange change = SourceChange.of(details);
    if (body.containsKey("name")) {
      change = change.withName(text(body, "name").orElse(""));
    }
    if (body.containsKey("owner")) {
      change = change.withOwner(text(body, "owner").orElse(""));
    }
    if (body.containsKey("country")) {
      change = change.withCountry(text(body, "country"));
    }
    if (body.containsKey("licence")) {
      change = change.withLicence(text(body, "licence"));
    }
    if (body.containsKey("basis")) {
      change = change.withBasis(text(body, "basis"));
    }
    if (body.containsKey("retentionDays")) {
      change = change.withRetentionDays(whole(body, "retentionDays"));
    }
    if (body.containsKey("schedule")) {
      change = change.withSchedule(text(body, "schedule"));
    }
    if (body.containsKey("settings")) {
      JsonObject settings = object(body, "settings");
      change = change.withSettings(bare(settings), text(settings, "password"));
    }
    return change;
  }

  private static JsonObject bare(JsonObject settings) {
    JsonObjectBuilder bare = Json.object(settings);
    bare.remove("password");
    return bare.build();
  }

  static JsonObjectBuilder of(Source source) {
    JsonObjectBuilder json =
        Json.object()
            .add("id", String.valueOf(source.id()))
            .add("name", source.name())
            .add("kind", source.kind().word())
            .add("content", source.content().word())
            .add("timeZone", source.timeZone().getId())
            .add("currency", source.currency())
            .add("owner", source.owner())
            .add("synthetic", source.synthetic())
            .add("paused", source.paused())
            .add("createdAt", source.createdAt().toString());
    source.preset().ifPresent(p -> json.add("preset", p.word()));
    source.country().ifPresent(c -> json.add("country", c));
    return json;
  }

  static JsonObjectBuilder of(SourceDetails details, Locale locale) {
    JsonObjectBuilder json = of(details.source()).add("settings", details.settings());
    details.shop().ifPresent(s -> json.add("shop", s));
    details.licence().ifPresent(l -> json.add("licence", l));
    details.basis().map(Basis::word).ifPresent(b -> json.add("basis", b));
    details.retentionDays().ifPresent(d -> json.add("retentionDays", d));
    details
        .schedule()
        .ifPresent(s -> json.add("schedule", s.cron()).add("scheduleWords", s.words(locale)));
    details.nextRun().ifPresent(t -> json.add("nextRun", t.toString()));
    details.lastRun().ifPresent(t -> json.add("lastRun", t.toString()));
    details.watermark().ifPresent(w -> json.add("watermark", w));
    details.lag().ifPresent(l -> json.add("lag", l));
    details.trouble().ifPresent(t -> json.add("trouble", t.in(locale)));
    if (!details.folder().isEmpty()) {
      json.add("folder", details.folder());
    }
    return json;
  }

  static Refused missing(String name) {
    return Refused.invalid("/" + name, "runtime.api.missing", name);
  }

  static Optional<String> text(JsonObject body, String name) {
    JsonValue value = body.get(name);
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString()).filter(t -> !t.isBlank());
    }
    throw Refused.invalid("/" + name, "collect.api.text", name);
  }

  private static Optional<Integer> whole(JsonObject body, String name) {
    JsonValue value = body.get(name);
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      return Optional.of(Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    throw Refused.invalid("/" + name, "collect.api.whole", name);
  }

  private static JsonObject object(JsonObject body, String name) {
    JsonValue value = body.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
    if (value == JsonValue.NULL) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Refused.invalid("/" + name, "collect.api.object", name);
  }
}
