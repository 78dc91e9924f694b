package insight.collect;

import insight.kernel.Refused;
import insight.runtime.DataDirectory;
import insight.runtime.JobHandler;
import insight.runtime.JobRun;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads a file into the store: chunk by chunk, each with its checkpoint in one transaction, so that
 * after an interruption it goes on where it was and nothing is lost or doubled.
 */
@ApplicationScoped
class ImportJob implements JobHandler {
  static final String KIND = "import";

  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Inject ImportRows rows;
  @Inject RejectRecords rejects;
  @Inject Sources sources;
  @Inject Openings openings;
  @Inject Queries queries;
  @Inject OrderJoin join;
  @Inject RunRows runs;
  @Inject WatchedFolders folders;
  @Inject Transactions transactions;
  @Inject DataDirectory data;
  @Inject DatabaseAway away;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pool pool() {
    return Pool.WAITING;
  }

  @Override
  public void run(JobRun run) throws Exception {
    ImportRows.Row queued =
        transactions
            .inNew(() -> rows.find(run.id()))
            .orElseThrow(() -> new IllegalStateException("import " + run.id() + " has no row"));
    Instant started = clock.instant();
    if (queued.reversedAt() != null) {
      throw Refused.conflict("collect.reversal.done", queued.fileName());
    }
    if (queued.finishedAt() != null) {
      // it was read to its end, and the process died before the job's row said so
      run.counts(new ImportCounts(queued, started, clock.instant()).ended(spread(queued)));
      return;
    }
    ImportRows.Row row = queries.fetched(run, queued);
    Path file = file(row);
    run.stage("collect.import.stage.read");
    ImportRows.Row last = row;
    try (FileReading reading = new FileReading(open(file, row), row.checkpointLine())) {
      last = read(run, row, reading, started);
    } catch (Refused refused) {
      if (!refused.reasons().getFirst().key().equals(DatabaseAway.REASON)) {
        ended(row, file, false);
        folders.ended(file, row.jobId(), refused.reasons().getFirst());
      }
      throw refused;
    }
    join(run, row);
    run.stage("collect.import.stage.count");
    ended(last, file, true);
    run.counts(new ImportCounts(last, started, clock.instant()).ended(spread(last)));
  }

  /** Tables of one shop are brought together once each of them was read. */
  private void join(JobRun run, ImportRows.Row row) {
    if (transactions.inNew(() -> sources.shares(row.sourceId()))) {
      run.stage("collect.import.stage.join");
      away.retry(() -> transactions.inNew(() -> join.run(row.space())), () -> {});
    }
  }

  private ImportRows.Spread spread(ImportRows.Row row) {
    return away.retry(() -> transactions.inNew(() -> rows.spread(row.jobId())), () -> {});
  }

  private Path file(ImportRows.Row row) {
    Path file =
        Optional.ofNullable(row.filePath())
            .map(path -> data.root().resolve(path))
            .filter(Files::isRegularFile)
            .orElseThrow(() -> Refused.unprocessable("collect.import.gone"));
    if (!file.normalize().startsWith(data.root())) {
      throw new IllegalStateException("the file of import " + row.jobId() + " lies outside");
    }
    return file;
  }

  private Delivery open(Path file, ImportRows.Row row) throws IOException {
    Source source = transactions.inNew(() -> sources.required(row.sourceId()));
    try {
      return openings.open(file, source, row.jobId());
    } catch (Refused refused) {
      ended(row, file, false);
      throw refused;
    }
  }

  private ImportRows.Row read(
      JobRun run, ImportRows.Row start, FileReading reading, Instant started) throws Exception {
    ImportRows.Row row = start;
    long bytes = 0;
    while (true) {
      Optional<FileReading.Step> step = reading.next(PATIENCE);
      if (step.isPresent()) {
        switch (step.get()) {
          case FileReading.Step.Ready(Chunk chunk) -> {
            long seen = bytes;
            row = store(run, chunk, () -> run.progress(seen, start.bytes()));
            bytes = chunk.bytes;
            run.counts(new ImportCounts(row, started, clock.instant()).running());
          }
          case FileReading.Step.Failed(Exception cause) -> throw cause;
          case FileReading.Step.End(boolean cut) -> {
            if (cut) {
              throw Refused.unprocessable("collect.import.cut", row.checkpointLine());
            }
            return row;
          }
        }
      }
      run.progress(bytes, start.bytes());
    }
  }

  private ImportRows.Row store(JobRun run, Chunk chunk, Runnable between) {
    return away.retry(
        () ->
            transactions.inNew(
                () -> {
                  ImportRows.Row row = rows.store(run.id(), chunk);
                  rejects.keep(run.id(), chunk);
                  if (chunk.watermark != null) {
                    runs.watermark(row.sourceId(), chunk.watermark);
                  }
                  return row;
                }),
        between);
  }

  /**
   * The file was read as far as it goes: an upload is thrown away, a file laid in is kept.
   *
   * @param whole whether that is to its end
   */
  private void ended(ImportRows.Row row, Path file, boolean whole) throws IOException {
    away.retry(
        () -> {
          transactions.doInNew(() -> rows.finish(row.jobId(), whole));
          return row;
        },
        () -> {});
    if (file.startsWith(data.root().resolve(Imports.UPLOADS))) {
      Files.deleteIfExists(file);
    }
  }
}
