package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Vault;
import insight.runtime.Caller;
import insight.runtime.DataDirectory;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.Storage;
import insight.runtime.Transactions;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that sources deliver. */
@UseCase
public class Imports {
  /** The kind of an import's job. */
  public static final String JOB = ImportJob.KIND;

  /** Where people lay files that are imported by name. */
  public static final String FOLDER = "imports";

  /** Where uploads wait to be read. */
  static final String UPLOADS = "uploads";

  /** Largest file: 2 GB. */
  public static final long LARGEST = 2L << 30;

  @Inject ImportRows rows;
  @Inject RejectRows rejects;
  @Inject Reversal reversal;
  @Inject Sources sources;
  @Inject Jobs jobs;
  @Inject DataDirectory data;
  @Inject Transactions transactions;
  @Inject Vault vault;
  @Inject Storage storage;

  /**
   * A line that was not taken.
   *
   * @param column empty for the line as a whole
   * @param value masked where the reader may not see it
   */
  public record Rejected(long line, String column, String value, Refused.Reason reason) {}

  /**
   * Takes a file in and queues its import; the answer comes before it is read.
   *
   * @throws Refused when the source takes no files, or the file is too large
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public long start(int sourceId, String fileName, InputStream body, Caller by) throws IOException {
    Source source = fileSource(sourceId);
    Received received = Received.into(data.folder(UPLOADS), body, LARGEST, storage::require);
    try {
      return queue(source, fileName, received, by);
    } catch (RuntimeException e) {
      Files.deleteIfExists(received.file());
      throw e;
    }
  }

  /** As {@link #start}, with a file that lies in the import folder; it is not deleted. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public long startFromFolder(int sourceId, String path, Caller by) throws IOException {
    Source source = fileSource(sourceId);
    Path file = lying(path);
    return queue(source, file.getFileName().toString(), Received.lying(file), by);
  }

  /**
   * The file of that name in the import folder.
   *
   * @throws Refused when there is none
   */
  Path lying(String path) throws IOException {
    Path file = data.inside(FOLDER, path);
    if (!Files.isRegularFile(file)
        || !file.toRealPath().startsWith(data.folder(FOLDER).toRealPath())) {
      throw Refused.invalid("/path", "collect.import.noFile", path, FOLDER);
    }
    return file;
  }

  Source fileSource(int id) {
    storage.require();
    Source source = transactions.inNew(() -> sources.required(id));
    if (!source.kind().files()) {
      throw Refused.unprocessable("collect.import.kind", source.name(), source.kind().word());
    }
    return unpaused(source);
  }

  /** A file that a watched folder holds; it stays there. */
  long startLying(int sourceId, Path file, Caller by) throws IOException {
    Source source = fileSource(sourceId);
    return queue(source, file.getFileName().toString(), Received.lying(file), by);
  }

  private static Source unpaused(Source source) {
    if (source.paused()) {
      throw Refused.conflict("collect.source.paused", source.name());
    }
    return source;
  }

  /**
   * Queues the run of a source's query; what it finds is written into a file first, and that is
   * imported.
   *
   * @throws Refused when it has none, or is paused
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  long startQuery(int sourceId, Caller by) {
    Source source = transactions.inNew(() -> sources.required(sourceId));
    if (source.kind() != SourceKind.JDBC) {
      throw Refused.unprocessable("collect.import.noQuery", source.name(), source.kind().word());
    }
    unpaused(source);
    String name = "query";
    return transactions.inNew(
        () -> {
          JsonObject parameters =
              Json.object().add("source", source.id()).add("file", name).build();
          long id = jobs.enqueue(ImportJob.KIND, source.name(), parameters, by.name());
          rows.insert(id, source.id(), name, null, "", 0, by.name());
          return id;
        });
  }

  long queue(Source source, String fileName, Received received, Caller by) {
    String name = named(fileName);
    String path = data.root().relativize(received.file()).toString();
    return transactions.inNew(
        () -> {
          JsonObject parameters =
              Json.object().add("source", source.id()).add("file", name).build();
          long id =
              jobs.enqueue(ImportJob.KIND, source.name() + " · " + name, parameters, by.name());
          rows.insert(id, source.id(), name, path, received.sha256(), received.bytes(), by.name());
          return id;
        });
  }

  /** The name without a path, printable and short. */
  static String named(String fileName) {
    String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    return name.isEmpty() ? "upload" : name.substring(0, Math.min(200, name.length()));
  }

  /**
   * Queues the undoing of an import.
   *
   * @return the job that does it
   * @throws Refused when it runs still, was undone before, or is older than lineage
   */
  public long reverse(long id, Caller by) {
    ImportRows.Row row = rows.required(id);
    reversal.requirePossible(row, null);
    JsonObject parameters = Json.object().add("import", id).build();
    long job =
        jobs.enqueue(
            ReversalJob.KIND, row.sourceName() + " · " + row.fileName(), parameters, by.name());
    rows.reversing(id, job);
    return job;
  }

  public Optional<Import> find(long id) {
    return rows.find(id).map(ImportRows.Row::record);
  }

  public Import required(long id) {
    return rows.required(id).record();
  }

  /** The newest imports of a source. */
  public List<Import> of(int sourceId, int limit) {
    return rows.newest(sourceId, limit).stream().map(ImportRows.Row::record).toList();
  }

  /** The newest imports of all sources. */
  public List<Import> newest(int limit) {
    return rows.newest(null, limit).stream().map(ImportRows.Row::record).toList();
  }

  /** Lines of an import that were not taken, behind a line, in their order. */
  public List<Rejected> rejects(long id, long afterLine, int limit, Grant grant) {
    required(id);
    return rejects.of(id, afterLine, limit).stream().map(r -> rejected(r, grant)).toList();
  }

  private Rejected rejected(RejectRows.Row row, Grant grant) {
    String marked =
        row.valueCipher() == null
            ? "-"
            : vault.decrypt("co_reject.value_cipher", row.valueCipher());
    boolean masked = marked.startsWith("p") && !grant.allows(Field.FREE_TEXT);
    String value = marked.substring(1);
    List<Object> arguments =
        Json.parseArray(row.reasonArguments()).stream()
            .map(v -> (Object) (v instanceof JsonString s ? s.getString() : v.toString()))
            .toList();
    return new Rejected(
        row.line(),
        row.columnName(),
        masked && !value.isEmpty() ? "•••••" : value,
        new Refused.Reason(row.columnName(), row.reasonKey(), arguments));
  }
}
