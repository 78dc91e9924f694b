package insight.train;

import insight.kernel.Refused;
import insight.prepare.Features;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Training runs: start one, see them, and write down how one ended. */
@UseCase
public class TrainingRuns {
  /** The kind of their jobs. */
  public static final String JOB = "train";

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Jobs jobs;
  @Inject LearningTasks tasks;
  @Inject Snapshots snapshots;
  @Inject Models models;
  @Inject Features features;
  @Inject Event<TrainingFinished> finished;

  /**
   * Checks what is asked and puts the run into the queue; its id is the job's id.
   *
   * @throws Refused invalid: a field is wrong; unprocessable: today's data cannot serve the task
   */
  public long start(StartTraining command) {
    LearningTask task = tasks.required(command.task());
    TrainingPlan plan = TrainingPlan.of(task, command);
    DesignCheck.check(task, command.design(), features.offered());
    if (command.snapshot().isPresent()) {
      requireKind(plan, command.snapshot().get());
    } else {
      snapshots.requireAnything(new Snapshots.Request(task.input(), command.from(), command.to()));
    }
    task.unfit()
        .ifPresent(
            reason -> {
              throw new Refused(Refused.Kind.UNPROCESSABLE, List.of(reason));
            });
    return enqueue(plan, command, Optional.empty());
  }

  private void requireKind(TrainingPlan plan, long id) {
    LearningTask task = plan.task();
    Snapshot.Header header =
        snapshots
            .header(id)
            .orElseThrow(
                () -> Refused.invalid("/snapshot", "train.snapshot.unknown", String.valueOf(id)));
    if (task.outcomes(plan.parameters()).isPresent()) {
      throw Refused.invalid("/snapshot", "train.snapshot.outcomes", task.name());
    }
    if (header.kind() != task.input()) {
      throw Refused.invalid(
          "/snapshot", "train.snapshot.kind", String.valueOf(id), task.input().word());
    }
  }

  /**
   * Runs it again on the very data it learned from, as it was asked then; no version comes of it.
   *
   * @throws Refused conflict: it did not end well, or its data is gone
   */
  public long reproduce(long id, String requestedBy) {
    TrainingRun run = required(id);
    if (run.finishedAt().isEmpty()) {
      throw Refused.conflict("train.reproduce.unfinished", String.valueOf(id));
    }
    long snapshot =
        run.snapshotId()
            .filter(s -> snapshots.header(s).isPresent())
            .orElseThrow(() -> Refused.conflict("train.reproduce.gone", String.valueOf(id)));
    StartTraining command =
        new StartTraining(
            run.task(),
            Optional.of(run.trainer()),
            run.parameters(),
            run.from(),
            run.cutoff(),
            run.seed(),
            requestedBy,
            run.design(),
            Optional.of(snapshot));
    TrainingPlan plan =
        new TrainingPlan(tasks.required(run.task()), run.trainer(), run.parameters());
    return enqueue(plan, command, Optional.of(id));
  }

  /** How a reproduction stands to the run it repeats; empty until it is done, or for other runs. */
  public Optional<Reproduction> reproduction(TrainingRun again) {
    return again
        .reproduces()
        .filter(first -> again.finishedAt().isPresent())
        .map(this::required)
        .map(
            first ->
                Reproduction.of(
                    first, again, again.snapshotId().map(snapshots::remarks).map(r -> r.erased())));
  }

  private long enqueue(TrainingPlan plan, StartTraining command, Optional<Long> reproduces) {
    String task = plan.task().name();
    long id =
        jobs.enqueue(
            JOB,
            task + " · " + plan.trainer(),
            Json.of(Map.of("task", task, "trainer", plan.trainer())),
            command.requestedBy());
    insert(id, plan, command, reproduces);
    return id;
  }

  private void insert(
      long id, TrainingPlan plan, StartTraining command, Optional<Long> reproduces) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into tr_run (id, task, trainer, parameters, seed, from_at, cutoff,
                      requested_by, created_at, design, source_snapshot, reproduces)
                    values (:id, :task, :trainer, cast(:parameters as jsonb), :seed, :from, :to,
                      :by, :now, cast(:design as jsonb), :source, :reproduces)""")
                .bind("id", id)
                .bind("task", plan.task().name())
                .bind("trainer", plan.trainer())
                .bind("parameters", RunJson.parameters(plan.parameters()).toString())
                .bind("seed", command.seed())
                .bind("from", command.from().orElse(null))
                .bind("to", command.to().orElse(null))
                .bind("by", command.requestedBy())
                .bind("design", DesignJson.of(command.design()).toString())
                .bind("source", command.snapshot().orElse(null))
                .bind("reproduces", reproduces.orElse(null))
                .bind("now", clock.instant())
                .execute());
  }

  /** The newest runs, newest first. */
  public List<TrainingRun> newest(int limit) {
    List<Job> newest = jobs.newest(Optional.of(JOB), limit);
    Map<Long, RunRow> rows = rows(newest.stream().map(Job::id).toList());
    Map<Long, Model> made =
        models.list().stream().collect(Collectors.toMap(Model::runId, Function.identity()));
    return newest.stream()
        .flatMap(
            job ->
                Optional.ofNullable(rows.get(job.id())).stream()
                    .map(row -> row.run(job, Optional.ofNullable(made.get(job.id())))))
        .toList();
  }

  private Map<Long, RunRow> rows(List<Long> ids) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery("select * from tr_run where id = any(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .mapTo(RunRow.class)
                .stream()
                .collect(Collectors.toMap(RunRow::id, Function.identity())));
  }

  public TrainingRun required(long id) {
    return find(id).orElseThrow(() -> Refused.notFound("train.run.unknown", String.valueOf(id)));
  }

  public Optional<TrainingRun> find(long id) {
    return Optional.ofNullable(rows(List.of(id)).get(id))
        .map(row -> row.run(jobs.required(id), models.ofRun(id)));
  }

  /** Notes which data the run learns from. */
  void froze(long id, Snapshot.Header snapshot) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update tr_run set snapshot_id = :snapshot, cutoff = :cutoff where id = :id""")
                .bind("snapshot", snapshot.id())
                .bind("cutoff", snapshot.cutoff())
                .bind("id", id)
                .execute());
  }

  /** Keeps what came out: the run's results, the model version, and what the task itself keeps. */
  Model finish(TrainingRun run, LearningTask task, Snapshot.Header snapshot, Outcome outcome) {
    LearningTask.Trained trained = outcome.trained();
    writeResults(run.id(), trained, outcome.provenance());
    Model model =
        models.register(
            task, run.id(), run.trainer(), trained, outcome.champion(), outcome.refresh(run));
    task.keep(run.id(), model.id(), snapshot, trained);
    finished.fire(new TrainingFinished(run.id(), task.name(), model.id()));
    return model;
  }

  /** What a run came to, and which version was live while it learned. */
  record Outcome(LearningTask.Trained trained, JsonObject provenance, Optional<Champion> champion) {
    /** Whether the run followed the recipe of the live version on other data. */
    boolean refresh(TrainingRun run) {
      return champion.filter(c -> c.sameRecipe(run.trainer(), run.parameters())).isPresent();
    }
  }

  /** Keeps what a reproduction came to: figures to compare, no version. */
  void finishAgain(TrainingRun run, Outcome outcome) {
    writeResults(run.id(), outcome.trained(), outcome.provenance());
  }

  private void writeResults(long id, LearningTask.Trained trained, JsonObject provenance) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update tr_run set metrics = cast(:metrics as jsonb),
                      checks = cast(:checks as jsonb), provenance = cast(:provenance as jsonb),
                      comparisons = cast(:comparisons as jsonb), groups = cast(:groups as jsonb),
                      diagnostics = cast(:diagnostics as jsonb), finished_at = :now
                    where id = :id""")
                .bind("metrics", RunJson.metrics(trained.metrics()).toString())
                .bind("checks", RunJson.checks(trained.checks()).toString())
                .bind("provenance", provenance.toString())
                .bind("comparisons", RecordJson.list(trained.comparisons()).toString())
                .bind("groups", RecordJson.list(trained.groups()).toString())
                .bind("diagnostics", RecordJson.object(trained.diagnostics()).toString())
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
  }
}
