package insight.collect.ui;

import insight.kernel.Numbers;
import insight.runtime.Job;
import insight.runtime.ui.Progresses;
import insight.shell.part.JobProgress;
import insight.shell.part.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * An import on its way. How many lines a file has is known at its end only, so the bar goes by its
 * bytes; the lines read so far stand beside it.
 */
final class ImportProgress {
  private static final List<String> STAGES =
      List.of("collect.import.stage.read", "collect.import.stage.count");
  private static final long KILO = 1024;

  private ImportProgress() {}

  static JobProgress of(Job job, Instant now, ZoneId zone) {
    JobProgress bytes = Progresses.of(job, "collect.ui.kilobytes", STAGES, now, zone);
    return new JobProgress(
        bytes.title(),
        bytes.state(),
        kilo(bytes.done()),
        bytes.total().isPresent()
            ? OptionalLong.of(kilo(bytes.total().getAsLong()))
            : OptionalLong.empty(),
        bytes.unit(),
        OptionalDouble.empty(),
        bytes.rest().filter(left -> !left.isZero()),
        bytes.steps(),
        lines(job, bytes.remark()),
        bytes.cancellable());
  }

  private static String lines(Job job, String remark) {
    long read = ImportVerdict.number(job.counts(), "read");
    return read == 0 || !job.state().open()
        ? remark
        : Words.of(
            "collect.ui.progress",
            Numbers.whole(read, Words.locale()),
            Numbers.whole(ImportVerdict.number(job.counts(), "rate"), Words.locale()),
            remark);
  }

  /** Rounded up, so that what is there counts as something. */
  private static long kilo(long bytes) {
    return (bytes + KILO - 1) / KILO;
  }
}
