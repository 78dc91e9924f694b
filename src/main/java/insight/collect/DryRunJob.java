package insight.collect;

import insight.kernel.Refused;
import insight.runtime.DataDirectory;
import insight.runtime.JobHandler;
import insight.runtime.JobRun;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads a file as its import would, and stores nothing but the counts in its own job. */
@ApplicationScoped
class DryRunJob implements JobHandler {
  static final String KIND = "dry-run";

  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Inject Sources sources;
  @Inject Drafts drafts;
  @Inject Openings openings;
  @Inject Screening screening;
  @Inject Cancellations cancellations;
  @Inject Transactions transactions;
  @Inject DataDirectory data;
  @Inject Jdbi jdbi;

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
    JsonObject wanted = run.parameters();
    Path file = data.root().resolve(wanted.getString("path")).normalize();
    if (!file.startsWith(data.root()) || !Files.isRegularFile(file)) {
      throw Refused.unprocessable("collect.import.gone");
    }
    Source source = transactions.inNew(() -> source(wanted));
    run.stage("collect.dryRun.stage");
    try (FileReading reading = new FileReading(openings.open(file, source, 0), 0)) {
      Rehearsal rehearsal = new Rehearsal(source.id(), screening, cancellations);
      read(run, reading, rehearsal, wanted.getJsonNumber("bytes").longValue());
      run.counts(rehearsal.counts());
    } catch (Refused | JobRun.Cancelled ended) {
      throwAway(wanted, file);
      throw ended;
    }
    throwAway(wanted, file);
  }

  private Source source(JsonObject wanted) {
    return wanted.containsKey("draft")
        ? drafts.source(UUID.fromString(wanted.getString("draft")))
        : sources.required(wanted.getInt("source"));
  }

  private void read(JobRun run, FileReading reading, Rehearsal rehearsal, long bytes)
      throws Exception {
    long read = 0;
    while (true) {
      Optional<FileReading.Step> step = reading.next(PATIENCE);
      if (step.isPresent()) {
        switch (step.get()) {
          case FileReading.Step.Ready(Chunk chunk) -> {
            transactions.doInNew(() -> jdbi.useHandle(h -> rehearsal.take(h, chunk)));
            read = chunk.bytes;
            run.counts(rehearsal.counts());
          }
          case FileReading.Step.Failed(Exception cause) -> throw cause;
          case FileReading.Step.End(boolean cut) -> {
            if (cut) {
              throw Refused.unprocessable("collect.dryRun.cut");
            }
            return;
          }
        }
      }
      run.progress(read, bytes);
    }
  }

  /** The upload that came for this dry run alone. */
  private void throwAway(JsonObject wanted, Path file) throws IOException {
    if (!wanted.containsKey("draft") && file.startsWith(data.root().resolve(Imports.UPLOADS))) {
      Files.deleteIfExists(file);
    }
  }
}
