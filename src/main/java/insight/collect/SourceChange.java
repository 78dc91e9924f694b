package insight.collect;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What a source shall be like: the whole form, so that an empty field is emptied.
 *
 * @param password of its connection; empty: the one kept stays
 */
public record SourceChange(
    String name,
    String owner,
    Optional<String> country,
    Optional<String> licence,
    Optional<String> basis,
    Optional<Integer> retentionDays,
    Optional<String> schedule,
    JsonObject settings,
    Optional<String> password) {

  /** As it stands. */
  public static SourceChange of(SourceDetails details) {
    Source source = details.source();
    return new SourceChange(
        source.name(),
        source.owner(),
        source.country(),
        details.licence(),
        details.basis().map(Basis::word),
        details.retentionDays(),
        details.schedule().map(Schedule::cron),
        details.settings(),
        Optional.empty());
  }

  public SourceChange withName(String value) {
    return new SourceChange(
        value, owner, country, licence, basis, retentionDays, schedule, settings, password);
  }

  public SourceChange withOwner(String value) {
    return new SourceChange(
        name, value, country, licence, basis, retentionDays, schedule, settings, password);
  }

  public SourceChange withCountry(Optional<String> value) {
    return new SourceChange(
        name, owner, value, licence, basis, retentionDays, schedule, settings, password);
  }

  public SourceChange withLicence(Optional<String> value) {
    return new SourceChange(
        name, owner, country, value, basis, retentionDays, schedule, settings, password);
  }

  public SourceChange withBasis(Optional<String> value) {
    return new SourceChange(
        name, owner, country, licence, value, retentionDays, schedule, settings, password);
  }

  public SourceChange withRetentionDays(Optional<Integer> value) {
    return new SourceChange(
        name, owner, country, licence, basis, value, schedule, settings, password);
  }

  public SourceChange withSchedule(Optional<String> value) {
    return new SourceChange(
        name, owner, country, licence, basis, retentionDays, value, settings, password);
  }

  public SourceChange withSettings(JsonObject value, Optional<String> secret) {
    return new SourceChange(
        name, owner, country, licence, basis, retentionDays, schedule, value, secret);
  }
}
