package insight.train.ui;

import insight.runtime.Job;
import insight.shell.part.JobProgress;
import insight.shell.part.Times;
import insight.shell.part.Words;
import insight.train.Names;
import insight.train.TrainingRun;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A run on its way, as the job card shows it: percent, steps, the time it will still take. */
record RunProgress(TrainingRun run, Clock clock, ZoneId zone) {
  private static final List<String> STEPS =
      List.of("train.step.freeze", "train.step.train", "train.step.keep");

  /** Below this share the rest is a guess. */
  private static final double SURE = 0.1;

  JobProgress now(boolean cancellable) {
    Job job = run.job();
    Locale locale = Words.locale();
    return new JobProgress(
        Names.trainer(locale, run.trainer()),
        Figures.state(job),
        Math.round(job.progress() * 100),
        OptionalLong.of(100),
        Words.of("train.run.percent"),
        OptionalDouble.empty(),
        rest(job),
        steps(job),
        Words.of(
            "train.run.started", run.requestedBy(), Times.moment(run.createdAt(), zone, locale)),
        cancellable && !job.cancelRequested());
  }

  private Optional<Duration> rest(Job job) {
    double share = job.progress();
    if (job.state() != Job.State.RUNNING || share < SURE) {
      return Optional.empty();
    }
    double seconds = job.elapsed(clock.instant()).toMillis() / 1000.0 * (1 - share) / share;
    return Optional.of(Duration.ofSeconds(Math.round(seconds)));
  }

  private static List<JobProgress.Step> steps(Job job) {
    int at = job.stage().map(STEPS::indexOf).orElse(-1);
    return IntStream.range(0, STEPS.size())
        .mapToObj(
            i ->
                new JobProgress.Step(
                    Words.of(STEPS.get(i)),
                    i < at
                        ? JobProgress.When.DONE
                        : i == at ? JobProgress.When.NOW : JobProgress.When.LATER))
        .toList();
  }
}
