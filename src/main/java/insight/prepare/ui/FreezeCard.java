package insight.prepare.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import insight.kernel.Refused;
import insight.prepare.FreezeJob;
import insight.runtime.Job;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.runtime.Signals;
import insight.runtime.ui.Progresses;
import insight.shell.part.JobCard;
import insight.shell.part.JobProgress;
import insight.shell.part.Note;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** The newest freezing on request while it runs; what it said when it failed; else nothing. */
final class FreezeCard extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Jobs jobs;
  private final transient Signals signals;
  private final transient Clock clock;
  private final ZoneId zone;
  private final transient Runnable done;
  private transient Optional<JobCard> card = Optional.empty();
  private transient Optional<Runnable> stop = Optional.empty();

  /** {@code done} is run when a job that was watched here has ended well. */
  FreezeCard(Jobs jobs, Signals signals, Clock clock, ZoneId zone, Runnable done) {
    this.jobs = jobs;
    this.signals = signals;
    this.clock = clock;
    this.zone = zone;
    this.done = done;
    refresh();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    stop =
        Optional.of(
            signals.on(
                JobChanged.class,
                change -> {
                  if (change.kind().equals(FreezeJob.KIND)) {
                    ui.access(this::refresh);
                  }
                }));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.ifPresent(Runnable::run);
  }

  /** Looks at the newest job again. */
  void refresh() {
    Optional<Job> newest = jobs.newest(Optional.of(FreezeJob.KIND), 1).stream().findFirst();
    if (newest.isEmpty()) {
      return;
    }
    Job job = newest.get();
    if (job.state().open()) {
      card.ifPresentOrElse(c -> c.show(progress(job)), () -> begin(job));
    } else {
      end(job);
    }
  }

  private void begin(Job job) {
    removeAll();
    JobCard running = new JobCard(() -> cancel(job.id())).show(progress(job));
    card = Optional.of(running);
    add(running);
  }

  private void end(Job job) {
    boolean watched = card.isPresent();
    card = Optional.empty();
    removeAll();
    if (job.state() == Job.State.FAILED) {
      job.reason().ifPresent(why -> add(new Note(Tone.BAD, why.in(Words.locale()))));
    }
    if (watched && job.state() == Job.State.SUCCEEDED) {
      done.run();
    }
  }

  private void cancel(long id) {
    try {
      jobs.cancel(id);
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private JobProgress progress(Job job) {
    JobProgress told =
        Progresses.of(job, "prepare.freeze.unit", FreezeJob.STEPS, clock.instant(), zone);
    return new JobProgress(
        Words.of("prepare.freeze.title"),
        told.state(),
        told.done(),
        told.total(),
        told.unit(),
        java.util.OptionalDouble.empty(),
        Optional.empty(),
        told.steps(),
        told.remark(),
        told.cancellable());
  }
}
