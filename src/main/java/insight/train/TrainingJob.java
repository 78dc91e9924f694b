package insight.train;

import insight.kernel.Refused;
import insight.prepare.Origins;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.prepare.cleaning.CleaningResults;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.JobHandler;
import insight.runtime.JobRun;
import insight.runtime.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs a training run: freeze, train, keep. Only freezing and keeping have a transaction, one each;
 * an interrupted run begins again on the snapshot it froze.
 */
@ApplicationScoped
public class TrainingJob implements JobHandler {
  private static final long TOTAL = 1000;
  private static final long FROZEN = 50;
  private static final long TRAINED = 950;

  @Inject TrainingRuns runs;
  @Inject Models models;
  @Inject LearningTasks tasks;
  @Inject Snapshots snapshots;
  @Inject Origins origins;
  @Inject CleaningResults cleaning;
  @Inject Grants grants;
  @Inject Users users;
  @Inject Clock clock;

  @Override
  public String kind() {
    return TrainingRuns.JOB;
  }

  @Override
  public Pool pool() {
    return Pool.COMPUTING;
  }

  @Override
  public void run(JobRun job) {
    if (models.ofRun(job.id()).isPresent() || runs.required(job.id()).finishedAt().isPresent()) {
      return; // it ended well, and the process died before the job's row said so
    }
    TrainingRun run = runs.required(job.id());
    LearningTask task = tasks.required(run.task());
    Snapshot snapshot = freeze(job, run, task);
    Optional<Champion> champion = models.champion(run.task());
    Instant began = clock.instant();
    LearningTask.Trained trained = train(job, run, task, snapshot, champion);
    Duration took = Duration.between(began, clock.instant());
    job.progress(TRAINED, TOTAL);
    job.stage("train.step.keep");
    Snapshot.Header header = snapshot.header();
    long leftOut = snapshots.remarks(header.id()).leftOut();
    TrainingRuns.Outcome outcome =
        new TrainingRuns.Outcome(
            trained,
            Provenance.of(run, header, leftOut, cleaning.applied(), trained, took),
            champion);
    if (run.reproduces().isPresent()) {
      runs.finishAgain(run, outcome);
    } else {
      runs.finish(run, task, header, outcome);
    }
  }

  private Snapshot freeze(JobRun job, TrainingRun run, LearningTask task) {
    job.progress(0, TOTAL);
    job.stage("train.step.freeze");
    Grant grant = grant(run.requestedBy());
    Snapshots.Request request = new Snapshots.Request(task.input(), run.from(), run.cutoff());
    Snapshot.Header header =
        run.sourceSnapshot()
            .map(snapshots::required)
            .orElseGet(() -> snapshots.freeze(job.id(), request, grant));
    runs.froze(run.id(), header);
    if (run.reproduces().isPresent()) {
      return snapshots.read(header.id()); // the first run froze what came after, too
    }
    task.outcomes(run.parameters()).ifPresent(outcomes -> freeze(job, header, outcomes, grant));
    return snapshots.read(header.id());
  }

  private void freeze(
      JobRun job, Snapshot.Header header, LearningTask.Outcomes outcomes, Grant grant) {
    List<Instant> cutoffs = origins.possible(header.cutoff(), outcomes.days(), outcomes.cutoffs());
    for (int i = 0; i < cutoffs.size(); i++) {
      job.progress(FROZEN * i / (cutoffs.size() + 1), TOTAL);
      origins.freeze(header.id(), i + 1, cutoffs.get(i), outcomes.days(), grant);
    }
  }

  private LearningTask.Trained train(
      JobRun job,
      TrainingRun run,
      LearningTask task,
      Snapshot snapshot,
      Optional<Champion> champion) {
    job.progress(FROZEN, TOTAL);
    job.stage("train.step.train");
    return task.train(
        new LearningTask.Order(run.trainer(), run.parameters(), run.seed(), run.design(), champion),
        snapshot,
        new TimeBudget(clock, run.design()).watch(share -> job.progress(units(share), TOTAL)));
  }

  /** A task's 0…1 as its part of the job's units. */
  static long units(double share) {
    double inside = Math.clamp(share, 0, 1);
    return FROZEN + Math.round(inside * (TRAINED - FROZEN));
  }

  /** The rights of whoever asked, as they are now. */
  private Grant grant(String name) {
    Caller caller =
        name.equals(Caller.PORTAL.name())
            ? Caller.PORTAL
            : users
                .find(name)
                .filter(user -> !user.disabled())
                .map(user -> new Caller(user.name(), user.roles()))
                .orElseThrow(() -> Refused.forbidden("train.run.nobody", name));
    return grants.of(caller, Purpose.PERSONALISATION);
  }
}
