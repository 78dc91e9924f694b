package insight.train;

import insight.kernel.Refused;
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
import java.time.Instant;
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
  @Inject Event<TrainingFinished> finished;

  record Row(
      long id,
      String task,
      String trainer,
      String parameters,
      long seed,
      Optional<Instant> fromAt,
      Optional<Instant> cutoff,
      Optional<Long> snapshotId,
      String metrics,
      String checks,
      String provenance,
      String requestedBy,
      Instant createdAt,
      Optional<Instant> finishedAt) {
    TrainingRun run(Job job, Optional<Model> model) {
      return new TrainingRun(
          id,
          task,
          trainer,
          RunJson.parameters(parameters),
          seed,
          fromAt,
          cutoff,
          snapshotId,
          RunJson.metrics(metrics),
          RunJson.checks(checks),
          Json.parse(provenance),
          requestedBy,
          createdAt,
          finishedAt,
          model,
          job);
    }
  }

  /**
   * Checks what is asked and puts the run into the queue; its id is the job's id.
   *
   * @throws Refused invalid: a field is wrong; unprocessable: today's data cannot serve the task
   */
  public long start(StartTraining command) {
    LearningTask task = tasks.required(command.task());
    TrainingPlan plan = TrainingPlan.of(task, command);
    snapshots.requireAnything(new Snapshots.Request(task.input(), command.from(), command.to()));
    task.unfit()
        .ifPresent(
            reason -> {
              throw new Refused(Refused.Kind.UNPROCESSABLE, List.of(reason));
            });
    long id =
        jobs.enqueue(
            JOB,
            task.name() + " · " + plan.trainer(),
            Json.of(Map.of("task", task.name(), "trainer", plan.trainer())),
            command.requestedBy());
    insert(id, plan, command);
    return id;
  }

  private void insert(long id, TrainingPlan plan, StartTraining command) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into tr_run (id, task, trainer, parameters, seed, from_at, cutoff,
                      requested_by, created_at)
                    values (:id, :task, :trainer, cast(:parameters as jsonb), :seed, :from, :to,
                      :by, :now)""")
                .bind("id", id)
                .bind("task", plan.task().name())
                .bind("trainer", plan.trainer())
                .bind("parameters", RunJson.parameters(plan.parameters()).toString())
                .bind("seed", command.seed())
                .bind("from", command.from().orElse(null))
                .bind("to", command.to().orElse(null))
                .bind("by", command.requestedBy())
                .bind("now", clock.instant())
                .execute());
  }

  /** The newest runs, newest first. */
  public List<TrainingRun> newest(int limit) {
    List<Job> newest = jobs.newest(Optional.of(JOB), limit);
    Map<Long, Row> rows = rows(newest.stream().map(Job::id).toList());
    Map<Long, Model> made =
        models.list().stream().collect(Collectors.toMap(Model::runId, Function.identity()));
    return newest.stream()
        .flatMap(
            job ->
                Optional.ofNullable(rows.get(job.id())).stream()
                    .map(row -> row.run(job, Optional.ofNullable(made.get(job.id())))))
        .toList();
  }

  private Map<Long, Row> rows(List<Long> ids) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery("select * from tr_run where id = any(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .mapTo(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::id, Function.identity())));
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

  private void writeResults(long id, LearningTask.Trained trained, JsonObject provenance) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update tr_run set metrics = cast(:metrics as jsonb),
                      checks = cast(:checks as jsonb), provenance = cast(:provenance as jsonb),
                      finished_at = :now
                    where id = :id""")
                .bind("metrics", RunJson.metrics(trained.metrics()).toString())
                .bind("checks", RunJson.checks(trained.checks()).toString())
                .bind("provenance", provenance.toString())
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
  }
}
