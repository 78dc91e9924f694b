package insight.launch.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a fill: source, import, training, alert rules, feedback. The first two must succeed;
 * of the others each that the portal refuses is named in one line, and the rest goes on.
 */
final class Fill {
  static final String SOURCE = "Demo shop (synthetic)";

  private static final List<String> TASKS = List.of("segment-customers", "rank-products");

  private final Portal portal;
  private final Path directory;
  private final Progress progress;
  private final Diary diary;
  private final Jobs jobs;

  Fill(Portal portal, Path directory, Progress progress) throws IOException {
    this.portal = portal;
    this.directory = directory;
    this.progress = progress;
    diary = new Diary(directory);
    jobs = new Jobs(portal, diary, progress);
  }

  void run(Plan wanted) throws IOException {
    String source = source();
    Plan plan = plan(wanted);
    deliver(source, plan);
    for (String task : TASKS) {
      train(task);
    }
    rules(plan);
    feedback(plan);
    progress.say("demo.ready");
  }

  /** A shop that was begun is finished as it was planned. */
  private Plan plan(Plan wanted) throws IOException {
    Plan plan = diary.plan(wanted);
    boolean other =
        plan.customers() != wanted.customers()
            || plan.months() != wanted.months()
            || plan.seed() != wanted.seed();
    if (other) {
      progress.say("demo.kept", plan.customers(), plan.months(), plan.seed());
    }
    return plan;
  }

  /** The id of our source, made when the portal has none; then older notes mean nothing. */
  private String source() throws IOException {
    Answer sources = must("demo.source", portal.get("/api/v1/sources"));
    Optional<String> found =
        sources.items().stream()
            .filter(item -> SOURCE.equals(item.get("name")))
            .map(item -> String.valueOf(item.get("id")))
            .findFirst();
    if (found.isPresent() && found.equals(diary.entry("source"))) {
      return found.get();
    }
    diary.forgetAll();
    String id = found.isPresent() ? found.get() : newSource();
    diary.note("source", id);
    if (found.isPresent() && holdsData(id)) {
      diary.note("import", Jobs.ELSEWHERE);
    }
    return id;
  }

  /** Whether something was imported, by a fill from another data directory. */
  private boolean holdsData(String source) throws IOException {
    Answer answer = must("demo.source", portal.get("/api/v1/sources/" + source));
    return answer.body().get("counts") instanceof Map<?, ?> counts
        && counts.get("accepted") instanceof BigDecimal accepted
        && accepted.signum() > 0;
  }

  private String newSource() throws IOException {
    Json body =
        new Json()
            .object()
            .put("name", SOURCE)
            .put("kind", "jsonl")
            .put("preset", "segment-jsonl")
            .put("country", "GB")
            .put("timeZone", Plan.ZONE.getId())
            .put("currency", "GBP")
            .put("synthetic", true);
    Answer made = must("demo.source", portal.post("/api/v1/sources", body));
    return made.text("id").orElseThrow(() -> stopped("demo.source", made.reason()));
  }

  private void deliver(String source, Plan plan) throws IOException {
    Optional<String> trouble =
        jobs.see(
            "import", "demo.import", () -> upload("/api/v1/sources/" + source + "/imports", plan));
    if (trouble.isPresent()) {
      throw stopped("demo.import", trouble.get());
    }
  }

  private Answer upload(String path, Plan plan) throws IOException {
    progress.say("demo.making", plan.customers(), plan.months(), plan.end(), plan.seed());
    Path file = directory.resolve("demo.jsonl.gz");
    try {
      Generator.Written written = new Generator(plan).writeGzip(file);
      progress.say("demo.made", written.total(), Files.size(file) / 1_000_000);
      return portal.upload(path, file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void train(String task) throws IOException {
    Json body = new Json().object().put("task", task).put("seed", 1);
    Optional<String> trouble =
        jobs.see(task, "demo." + task, () -> portal.post("/api/v1/training-runs", body));
    trouble.ifPresent(why -> skipped("demo." + task, why));
  }

  private void rules(Plan plan) throws IOException {
    if (diary.entry("rules").isPresent()) {
      return;
    }
    Answer there = portal.get("/api/v1/alert-rules");
    for (Rule rule : Rule.of(plan)) {
      String name = progress.words(rule.key());
      boolean exists = there.items().stream().anyMatch(item -> name.equals(item.get("name")));
      Answer made = exists ? there : portal.post("/api/v1/alert-rules", rule.json(name));
      if (!made.good()) {
        skipped("demo.rules", made.reason());
        return;
      }
    }
    diary.note("rules", "done");
    progress.done("demo.rules");
  }

  private void feedback(Plan plan) throws IOException {
    List<Verdict> verdicts = Verdict.of(plan);
    int given = diary.entry("feedback").map(Integer::parseInt).orElse(0);
    if (given >= verdicts.size()) {
      return;
    }
    for (int i = given; i < verdicts.size(); i++) {
      Optional<String> trouble = verdicts.get(i).give(portal);
      if (trouble.isPresent()) {
        skipped("demo.feedback", trouble.get());
        return;
      }
      diary.note("feedback", Integer.toString(i + 1));
    }
    progress.done("demo.feedback");
  }

  private Answer must(String label, Answer answer) {
    if (answer.status() == 401 || answer.status() == 403) {
      throw new FillStopped(progress.words("demo.stopped.token", directory));
    }
    if (!answer.good()) {
      throw stopped(label, answer.reason());
    }
    return answer;
  }

  private FillStopped stopped(String label, String why) {
    progress.broken();
    String reason = why.replaceAll("[.。]+$", "");
    return new FillStopped(progress.words("demo.stopped", progress.words(label), reason));
  }

  private void skipped(String label, String why) {
    progress.broken();
    progress.say("demo.skipped", progress.words(label), why);
  }
}
