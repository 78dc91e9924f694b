package insight.collect;

import insight.kernel.Refused;
import insight.runtime.DataDirectory;
import insight.runtime.JobRun;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Brings what a source's query finds into the file that its import reads. */
@ApplicationScoped
class Queries {
  @Inject ImportRows rows;
  @Inject RunRows runs;
  @Inject Sources sources;
  @Inject SourceRuns running;
  @Inject Transactions transactions;
  @Inject DataDirectory data;

  private record Asked(Connection.Jdbc jdbc, Optional<String> password, Optional<String> mark) {}

  /** The import, with its file when it had to be fetched first. */
  ImportRows.Row fetched(JobRun run, ImportRows.Row row) throws IOException {
    Source source = transactions.inNew(() -> sources.required(row.sourceId()));
    if (source.kind() != SourceKind.JDBC || row.filePath() != null || row.finishedAt() != null) {
      return row;
    }
    run.stage("collect.import.stage.fetch");
    Path file = data.folder(Imports.UPLOADS).resolve("query-" + row.jobId() + ".csv");
    try {
      Asked asked = transactions.inNew(() -> asked(source));
      QueryFile.write(asked.jdbc(), asked.password(), asked.mark(), file, n -> run.progress(n, -1));
      Received received = Received.lying(file);
      String path = data.root().relativize(file).toString();
      transactions.doInNew(
          () -> rows.fetched(row.jobId(), path, received.sha256(), received.bytes()));
      running.note(source.id(), Optional.empty());
      return transactions.inNew(() -> rows.find(row.jobId())).orElseThrow();
    } catch (Refused refused) {
      Files.deleteIfExists(file);
      transactions.doInNew(() -> rows.finish(row.jobId(), false));
      running.note(source.id(), Optional.of(refused.reasons().getFirst()));
      throw refused;
    }
  }

  private Asked asked(Source source) {
    Connection.Jdbc jdbc = (Connection.Jdbc) Connection.of(SourceKind.JDBC, source.settings());
    return new Asked(
        jdbc,
        sources.secret(source.id()),
        Optional.ofNullable(runs.find(source.id()).watermark())
            .filter(mark -> jdbc.column().isPresent()));
  }
}
