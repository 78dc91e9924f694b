package insight.collect;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where events come from: a shop's export, its web site, the portal itself.
 *
 * @param country ISO code of the market; empty when it has several
 * @param timeZone in which its local times are meant
 * @param currency ISO 4217; amounts without their own currency are in it
 * @param owner who made it
 * @param synthetic whether its events were generated, not lived
 * @param content what its records are
 * @param paused whether it takes nothing for now
 * @param space the source by whose number its customers and orders are keyed: the first of its shop
 * @param settings of its connection, without secrets
 */
public record Source(
    int id,
    String name,
    SourceKind kind,
    Optional<Preset> preset,
    Mapping mapping,
    Optional<String> country,
    ZoneId timeZone,
    String currency,
    String owner,
    boolean synthetic,
    Instant createdAt,
    Content content,
    boolean paused,
    int space,
    JsonObject settings) {

  /** A source of events that shares nothing and needs no connection. */
  public Source(
      int id,
      String name,
      SourceKind kind,
      Optional<Preset> preset,
      Mapping mapping,
      Optional<String> country,
      ZoneId timeZone,
      String currency,
      String owner,
      boolean synthetic,
      Instant createdAt) {
    this(
        id,
        name,
        kind,
        preset,
        mapping,
        country,
        timeZone,
        currency,
        owner,
        synthetic,
        createdAt,
        Content.EVENTS,
        false,
        id,
        JsonValue.EMPTY_JSON_OBJECT);
  }

  /** The sheet of a workbook that holds the data; empty: the first one. */
  Optional<String> sheet() {
    return setting("sheet");
  }

  Optional<String> setting(String name) {
    return settings.get(name) instanceof JsonString text && !text.getString().isBlank()
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
