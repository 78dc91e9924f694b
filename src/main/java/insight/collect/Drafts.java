package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.DataDirectory;
import insight.runtime.Json;
import insight.runtime.Storage;
import insight.runtime.Transactions;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sources being set up: kept while a person goes from step to step, and for a week at most. */
@UseCase
public class Drafts {
  @Inject Storage storage;
  @Inject DraftRows rows;
  @Inject Sources sources;
  @Inject Imports imports;
  @Inject DryRuns dryRuns;
  @Inject Connections connections;
  @Inject DataDirectory data;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** A new, empty one. */
  public Draft begin(Caller by) {
    UUID id = UUID.randomUUID();
    rows.insert(id, by.name(), clock.instant());
    return required(id, by);
  }

  /**
   * The caller's own draft.
   *
   * @throws Refused when there is none, or it is somebody else's
   */
  public Draft required(UUID id, Caller by) {
    return rows.find(id)
        .filter(row -> row.owner().equals(by.name()))
        .map(DraftRows.Row::record)
        .orElseThrow(() -> Refused.notFound("collect.draft.unknown"));
  }

  public void save(UUID id, JsonObject settings, Caller by) {
    required(id, by);
    rows.settings(id, settings, clock.instant());
  }

  /** Takes in the file that it is shown; an earlier one goes. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void hold(UUID id, String fileName, InputStream body, Caller by) throws IOException {
    DraftRows.Row row = transactions.inNew(() -> own(id, by));
    storage.require();
    Received received =
        Received.into(data.folder(Imports.UPLOADS), body, Imports.LARGEST, storage::require);
    String path = data.root().relativize(received.file()).toString();
    transactions.doInNew(
        () -> rows.file(id, Imports.named(fileName), path, received, clock.instant()));
    throwAway(row);
  }

  private DraftRows.Row own(UUID id, Caller by) {
    required(id, by);
    return rows.find(id).orElseThrow();
  }

  /**
   * The first records of its file.
   *
   * @throws Refused when it has no file yet, or one that cannot be read
   */
  public Preview preview(UUID id, Caller by) throws IOException {
    DraftRows.Row row = own(id, by);
    return Previews.of(file(row).file(), row.record().settings().getString("kind", ""));
  }

  private Received file(DraftRows.Row row) {
    if (row.filePath() == null || row.sha256() == null) {
      throw Refused.unprocessable("collect.draft.noFile");
    }
    Path file = data.root().resolve(row.filePath());
    if (!Files.isRegularFile(file)) {
      throw Refused.unprocessable("collect.import.gone");
    }
    return new Received(file, row.bytes(), row.sha256());
  }

  /** What does not fit yet, each thing with its pointer. */
  public List<Refused.Reason> troubles(UUID id, Caller by) {
    required(id, by);
    try {
      source(id);
      return List.of();
    } catch (Refused refused) {
      return refused.reasons();
    }
  }

  /** The source it would become; it has no number yet. */
  Source source(UUID id) {
    DraftRows.Row row = rows.find(id).orElseThrow(() -> Refused.notFound("collect.draft.unknown"));
    return sources.sketch(NewSource.of(row.record().settings()));
  }

  /**
   * Reads its file whole and counts, without storing anything.
   *
   * @throws Refused naming each setting that does not fit
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public long dryRun(UUID id, Caller by) {
    DraftRows.Row row = transactions.inNew(() -> own(id, by));
    transactions.doInNew(() -> source(id));
    return dryRuns.start(id, row.record().fileName().orElse("upload"), file(row), by);
  }

  /**
   * Makes the source. Its file, if it has one, is imported next.
   *
   * @throws Refused naming each setting that does not fit
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Finished finish(UUID id, Caller by) {
    return finish(id, Optional.empty(), by);
  }

  /**
   * As above, with the password of its connection, which a draft never holds.
   *
   * @throws Refused naming each setting that does not fit
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Finished finish(UUID id, Optional<String> password, Caller by) {
    DraftRows.Row row = transactions.inNew(() -> own(id, by));
    JsonObject settings = with(row.record().settings(), password);
    Sources.Created created = transactions.inNew(() -> sources.create(NewSource.of(settings), by));
    Optional<Long> job = Optional.empty();
    if (row.filePath() != null && created.source().kind().files()) {
      job = Optional.of(imports.queue(created.source(), name(row), file(row), by));
    }
    transactions.doInNew(() -> rows.delete(id));
    return new Finished(created, job);
  }

  private static JsonObject with(JsonObject settings, Optional<String> password) {
    if (password.isEmpty() || !(settings.get("settings") instanceof JsonObject connection)) {
      return settings;
    }
    return Json.object(settings)
        .add("settings", Json.object(connection).add("password", password.get()))
        .build();
  }

  /**
   * Tries the connection that these settings describe.
   *
   * @throws Refused when the settings themselves do not fit
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Connections.Answer test(JsonObject settings, Optional<String> password, Caller by) {
    return connections.test(NewSource.of(with(settings, password)), by);
  }

  private static String name(DraftRows.Row row) {
    return row.record().fileName().orElse("upload");
  }

  /** A source that came out of a draft, and the import of its file. */
  public record Finished(Sources.Created created, Optional<Long> job) {}

  /** Throws a draft away, with its file. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void discard(UUID id, Caller by) throws IOException {
    DraftRows.Row row = transactions.inNew(() -> own(id, by));
    transactions.doInNew(() -> rows.delete(id));
    throwAway(row);
  }

  private void throwAway(DraftRows.Row row) throws IOException {
    if (row.filePath() != null) {
      Files.deleteIfExists(data.root().resolve(row.filePath()));
    }
  }
}
