package insight.train;

import insight.prepare.Snapshot;
import insight.prepare.cleaning.CleaningResults;
import insight.runtime.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where a model comes from, complete enough to make it again. */
final class Provenance {
  private Provenance() {}

  static JsonObject of(
      TrainingRun run,
      Snapshot.Header snapshot,
      long leftOut,
      List<CleaningResults.Applied> cleaning,
      LearningTask.Trained trained,
      Duration took) {
    return Json.object()
        .add("task", run.task())
        .add("trainer", run.trainer())
        .add("parameters", RunJson.parameters(run.parameters()))
        .add("seed", run.seed())
        .add("requestedBy", run.requestedBy())
        .add("snapshot", snapshot(snapshot, leftOut))
        .add("cleaning", cleaning(cleaning))
        .add("learned", Json.of(trained.provenance()))
        .add("model", model(trained))
        .add("machine", machine())
        .add("trainedSeconds", took.toMillis() / 1000.0)
        .build();
  }

  private static JsonObject snapshot(Snapshot.Header header, long leftOut) {
    return Json.object()
        .add("id", String.valueOf(header.id()))
        .add("kind", header.kind().word())
        .add("definition", header.definition())
        .add("rows", header.rows())
        .add("hash", header.hash())
        .add("from", Json.value(header.from().map(Instant::toString).orElse(null)))
        .add("cutoff", header.cutoff().toString())
        .add("currency", Json.value(header.currency().orElse(null)))
        .add("linesInOtherCurrencies", leftOut)
        .build();
  }

  private static JsonArrayBuilder cleaning(List<CleaningResults.Applied> rules) {
    JsonArrayBuilder list = Json.array();
    rules.forEach(r -> list.add(Json.object().add("rule", r.rule()).add("version", r.version())));
    return list;
  }

  private static JsonObject model(LearningTask.Trained trained) {
    return Json.object()
        .add("format", trained.format())
        .add("bytes", trained.model().length)
        .add("sha256", Hashes.sha256(trained.model()))
        .build();
  }

  private static JsonObject machine() {
    return Json.object()
        .add("java", System.getProperty("java.version"))
        .add("javaVendor", System.getProperty("java.vendor"))
        .add("os", System.getProperty("os.name"))
        .add("architecture", System.getProperty("os.arch"))
        .add("cores", Runtime.getRuntime().availableProcessors())
        .build();
  }
}
