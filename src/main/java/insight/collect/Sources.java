package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.privacy.Vault;
import insight.runtime.Caller;
import insight.runtime.Tokens;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data sources: where events come from. */
@UseCase
public class Sources {
  @PersistenceContext EntityManager entities;
  @Inject SourceRuns running;
  @Inject SourceChanges changes;
  @Inject Vault vault;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject WriteKeys keys;

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
    changes.connect(row, wanted.settings(), by);
    Optional<String> key =
        check.kind() == SourceKind.TRACKING ? Optional.of(Tokens.random()) : Optional.empty();
    row.writeKeyHash = key.map(Tokens::hash).orElse(null);
    entities.persist(row);
    row.space = Optional.ofNullable(row.shop).flatMap(this::spaceOf).orElse(row.id);
    entities.flush();
    if (row.schedule != null) {
      running.schedule(row.record(), Optional.of(row.schedule));
    }
    audit(row, by, Map.of("made", row.kind));
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
  public String rotateKey(int id, Caller by) {
    SourceRow row = row(id);
    if (row.record().kind() != SourceKind.TRACKING) {
      throw Refused.conflict("collect.source.noKey", row.name);
    }
    String key = Tokens.random();
    row.writeKeyHash = Tokens.hash(key);
    audit(row, by, Map.of("key", "new"));
    keys.forget(id);
    return key;
  }

  /** Takes nothing until it is resumed: uploads and tracking are refused, schedules are skipped. */
  public void pause(int id, Caller by) {
    paused(id, true, by);
  }

  public void resume(int id, Caller by) {
    paused(id, false, by);
  }

  private void paused(int id, boolean paused, Caller by) {
    SourceRow row = row(id);
    if (row.record().kind() == SourceKind.PORTAL) {
      throw Refused.conflict("collect.source.builtIn", row.name);
    }
    if (row.paused != paused) {
      row.paused = paused;
      keys.forget(id);
      audit(row, by, Map.of("paused", paused));
    }
  }

  /** All that is set at it. */
  public SourceDetails details(int id) {
    entities.flush();
    return running.details(row(id));
  }

  /**
   * Sets what a source shall be like.
   *
   * @throws Refused naming each field that does not fit
   */
  public SourceDetails change(int id, SourceChange wanted, Caller by) {
    SourceRow row = row(id);
    boolean taken =
        !wanted.name().strip().equals(row.name) && named(wanted.name().strip()).isPresent();
    return changes.apply(row, wanted, taken, by, entities::flush);
  }

  /**
   * Sets which column gives which field; what was read before stays as it was read.
   *
   * @throws Refused naming each field that does not fit
   */
  public void remap(int id, JsonObject mapping, Caller by) {
    SourceRow row = row(id);
    Mapping before = row.record().mapping();
    Mapping after = Mapping.parse(mapping, row.record().content());
    if (!after.equals(before)) {
      row.mapping = after.json().toString();
      audit(row, by, Map.of("mapping", Map.of("from", before.json(), "to", after.json())));
    }
  }

  /** The password of its connection; empty: none is kept. */
  Optional<String> secret(int id) {
    return Optional.ofNullable(row(id).secretCipher)
        .map(c -> vault.decrypt(SourceChanges.SECRET, c));
  }

  Optional<String> scheduleOf(int id) {
    return Optional.ofNullable(row(id).schedule);
  }

  /** Whether its records name orders that another source tells of. */
  boolean shares(int id) {
    SourceRow row = row(id);
    return row.shop != null || row.content.equals(Content.ORDERS.word());
  }

  /** Sources by file whose folder is always watched: those without a schedule of their own. */
  List<Source> watched() {
    return entities
        .createQuery(
            "select s from SourceRow s where s.schedule is null and s.paused = false",
            SourceRow.class)
        .getResultStream()
        .map(SourceRow::record)
        .filter(s -> s.kind().files())
        .toList();
  }

  private void audit(SourceRow row, Caller by, Map<String, ?> detail) {
    audit.record(by.name(), Audit.Action.CHANGE, "source " + row.name, null, detail);
  }

  private SourceRow row(int id) {
    SourceRow row = entities.find(SourceRow.class, id);
    if (row == null) {
      throw Refused.notFound("collect.source.unknown", String.valueOf(id));
    }
    return row;
  }

  private Optional<Integer> spaceOf(String shop) {
    return entities
        .createQuery(
            "select s.space from SourceRow s where s.shop = :shop and s.space > 0 order by s.id",
            Integer.class)
        .setParameter("shop", shop)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
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
