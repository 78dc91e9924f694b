package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Tokens;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The data sources: where events come from. */
@UseCase
public class Sources {
  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /**
   * A source that was just made.
   *
   * @param writeKey of a tracking source; shown this once
   */
  public record Created(Source source, Optional<String> writeKey) {}

  /**
   * Makes a source.
   *
   * @throws Refused naming each field that does not fit
   */
  public Created create(NewSource wanted, Caller by) {
    SourceCheck check = new SourceCheck(wanted);
    SourceRow row = check.row();
    if (named(row.name).isPresent()) {
      throw Refused.conflict("collect.source.exists", row.name);
    }
    row.owner = by.name();
    row.createdAt = clock.instant();
    Optional<String> key =
        check.kind() == SourceKind.TRACKING ? Optional.of(Tokens.random()) : Optional.empty();
    row.writeKeyHash = key.map(Tokens::hash).orElse(null);
    entities.persist(row);
    entities.flush();
    return new Created(row.record(), key);
  }

  /**
   * The source as it would be made, without making it; its number is 0.
   *
   * @throws Refused naming each field that does not fit
   */
  Source sketch(NewSource wanted) {
    SourceRow row = new SourceCheck(wanted).row();
    if (named(row.name).isPresent()) {
      throw Refused.invalid("/name", "collect.source.exists", row.name);
    }
    row.id = 0;
    row.owner = "";
    row.createdAt = clock.instant();
    return row.record();
  }

  /** All sources by name, the portal's own included. */
  public List<Source> list() {
    return entities
        .createQuery("select s from SourceRow s order by s.name", SourceRow.class)
        .getResultStream()
        .map(SourceRow::record)
        .toList();
  }

  public Optional<Source> find(int id) {
    return Optional.ofNullable(entities.find(SourceRow.class, id)).map(SourceRow::record);
  }

  public Source required(int id) {
    return find(id)
        .orElseThrow(() -> Refused.notFound("collect.source.unknown", String.valueOf(id)));
  }

  /** By name, or by number. */
  public Optional<Source> byNameOrId(String text) {
    Optional<Source> byName = named(text.strip()).map(SourceRow::record);
    return byName.isEmpty() && text.strip().matches("\\d{1,9}")
        ? find(Integer.parseInt(text.strip()))
        : byName;
  }

  /** The source whose write key this is. */
  public Optional<Source> byWriteKey(String key) {
    return entities
        .createQuery("select s from SourceRow s where s.writeKeyHash = :hash", SourceRow.class)
        .setParameter("hash", Tokens.hash(key))
        .getResultStream()
        .findFirst()
        .map(SourceRow::record);
  }

  /** A new write key; the old one stops working. Shown this once. */
  public String rotateKey(int id) {
    SourceRow row = entities.find(SourceRow.class, id);
    if (row == null) {
      throw Refused.notFound("collect.source.unknown", String.valueOf(id));
    }
    if (row.record().kind() != SourceKind.TRACKING) {
      throw Refused.conflict("collect.source.noKey", row.name);
    }
    String key = Tokens.random();
    row.writeKeyHash = Tokens.hash(key);
    return key;
  }

  /** The built-in source of what people say on the portal's own pages. */
  public Source portalSource() {
    return entities
        .createQuery("select s from SourceRow s where s.kind = 'portal'", SourceRow.class)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the migration makes the portal's source"))
        .record();
  }

  private Optional<SourceRow> named(String name) {
    return entities
        .createQuery("select s from SourceRow s where s.name = :name", SourceRow.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }
}
