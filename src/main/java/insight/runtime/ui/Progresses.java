package insight.runtime.ui;

import insight.kernel.Texts;
import insight.runtime.Job;
import insight.shell.part.JobProgress;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A job's row as the shell's job card shows it. */
public final class Progresses {
  private Progresses() {}

  /**
   * @param unit text key of the counted thing, such as lines
   * @param stages text keys of the job's steps in order
   */
  public static JobProgress of(
      Job job, String unit, List<String> stages, Instant now, ZoneId zone) {
    OptionalDouble rate = rate(job, now);
    return new JobProgress(
        job.title(),
        JobProgress.State.valueOf(job.state().name()),
        job.done(),
        job.total(),
        Words.of(unit),
        rate,
        rest(job, rate),
        steps(job, stages),
        remark(job, zone),
        job.state().open() && !job.cancelRequested());
  }

  private static OptionalDouble rate(Job job, Instant now) {
    double seconds = job.elapsed(now).toMillis() / 1000.0;
    return job.state() == Job.State.RUNNING && seconds > 1 && job.done() > 0
        ? OptionalDouble.of(job.done() / seconds)
        : OptionalDouble.empty();
  }

  private static Optional<Duration> rest(Job job, OptionalDouble rate) {
    if (rate.isEmpty() || job.total().isEmpty()) {
      return Optional.empty();
    }
    long left = Math.max(0, job.total().getAsLong() - job.done());
    return Optional.of(Duration.ofSeconds(Math.round(left / rate.getAsDouble())));
  }

  private static List<JobProgress.Step> steps(Job job, List<String> stages) {
    int at = job.stage().map(stages::indexOf).orElse(-1);
    boolean done = job.state() == Job.State.SUCCEEDED;
    return java.util.stream.IntStream.range(0, stages.size())
        .mapToObj(
            i ->
                new JobProgress.Step(
                    Words.of(stages.get(i)),
                    done || i < at
                        ? JobProgress.When.DONE
                        : i == at && job.state() == Job.State.RUNNING
                            ? JobProgress.When.NOW
                            : JobProgress.When.LATER))
        .toList();
  }

  private static String remark(Job job, ZoneId zone) {
    return job.reason()
        .map(reason -> reason.in(Words.locale()))
        .orElseGet(
            () ->
                Texts.of(
                    Words.locale(),
                    "runtime.job.by",
                    job.requestedBy(),
                    Times.moment(job.createdAt(), zone, Words.locale())));
  }
}
