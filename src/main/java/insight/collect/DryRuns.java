package insight.collect;

import insight.runtime.Caller;
import insight.runtime.DataDirectory;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.Storage;
import insight.runtime.Transactions;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.UUID;

/** Imports as they would be: a file is read whole and counted, and nothing of it is stored. */
@UseCase
public class DryRuns {
  /** The kind of a dry run's job. */
  public static final String JOB = DryRunJob.KIND;

  @Inject Storage storage;
  @Inject Imports imports;
  @Inject Jobs jobs;
  @Inject DataDirectory data;
  @Inject Transactions transactions;

  /**
   * Takes a file in and queues its dry run; it is thrown away afterwards.
   *
   * @throws insight.kernel.Refused when the source takes no files, or the file is too large
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public long start(int sourceId, String fileName, InputStream body, Caller by) throws IOException {
    Source source = imports.fileSource(sourceId);
    Received received =
        Received.into(data.folder(Imports.UPLOADS), body, Imports.LARGEST, storage::require);
    try {
      return queue(source.name(), fileName, received, Json.object().add("source", sourceId), by);
    } catch (RuntimeException e) {
      Files.deleteIfExists(received.file());
      throw e;
    }
  }

  /** As {@link #start}, with a file that lies in the import folder. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public long startFromFolder(int sourceId, String path, Caller by) throws IOException {
    Source source = imports.fileSource(sourceId);
    Received lying = Received.lying(imports.lying(path));
    String name = lying.file().getFileName().toString();
    return queue(source.name(), name, lying, Json.object().add("source", sourceId), by);
  }

  /** Of a source that is still being set up, with the file it was shown; the file stays. */
  long start(UUID draft, String name, Received file, Caller by) {
    return queue(name, name, file, Json.object().add("draft", draft.toString()), by);
  }

  private long queue(
      String title, String fileName, Received file, JsonObjectBuilder parameters, Caller by) {
    String name = Imports.named(fileName);
    parameters
        .add("file", name)
        .add("path", data.root().relativize(file.file()).toString())
        .add("bytes", file.bytes());
    return transactions.inNew(
        () -> jobs.enqueue(JOB, title + " · " + name, parameters.build(), by.name()));
  }
}
