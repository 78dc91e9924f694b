package insight.collect;

import insight.runtime.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code co_source}. */
@Entity
@Table(name = "co_source")
class SourceRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "co_source_seq")
  @SequenceGenerator(name = "co_source_seq", sequenceName = "co_source_seq", allocationSize = 1)
  Integer id;

  String name;
  String kind;
  @Nullable String preset;
  String mapping;
  @Nullable String country;

  @Column(name = "time_zone")
  String timeZone;

  String currency;

  @Column(name = "write_key_hash")
  @Nullable String writeKeyHash;

  String owner;
  boolean synthetic;

  @Column(name = "created_at")
  Instant createdAt;

  String content = Content.EVENTS.word();
  boolean paused;
  @Nullable String shop;
  Integer space = 0;
  @Nullable String licence;
  @Nullable String basis;

  @Column(name = "retention_days")
  @Nullable Integer retentionDays;

  @Nullable String schedule;
  String settings = "{}";

  @Column(name = "secret_cipher")
  byte @Nullable [] secretCipher;

  @Version int version;

  Source record() {
    Optional<Preset> known = Optional.ofNullable(preset).flatMap(Preset::of);
    return new Source(
        id,
        name,
        SourceKind.of(kind).orElseThrow(),
        known,
        mapping.length() > 2
            ? Mapping.parse(Json.parse(mapping), Content.of(content).orElseThrow())
            : known.map(Preset::mapping).orElse(Mapping.NONE),
        Optional.ofNullable(country),
        ZoneId.of(timeZone),
        currency,
        owner,
        synthetic,
        createdAt,
        Content.of(content).orElseThrow(),
        paused,
        space,
        Json.parse(settings));
  }
}
