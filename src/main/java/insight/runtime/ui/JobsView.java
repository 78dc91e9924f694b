package insight.runtime.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.runtime.Job;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.JobCard;
import insight.shell.part.JobProgress;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** All long jobs, the newest first: what runs, what ended how, what can be resumed. */
@Route("jobs")
@PermitAll
@Page(stage = Stage.ADMIN, title = "runtime.jobs.title", order = 10)
public class JobsView extends PageBody {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient Jobs jobs;
  private final transient Signals signals;
  private final transient Clock clock;
  private final ZoneId zone;
  private final Div open = new Div();
  private final Div ended = new Div();
  private transient Optional<Runnable> stop = Optional.empty();

  @Inject
  public JobsView(Jobs jobs, Signals signals, Clock clock, Settings settings) {
    this.jobs = jobs;
    this.signals = signals;
    this.clock = clock;
    this.zone = settings.zone();
    add(
        new PageHeader(Words.of("runtime.jobs.title")).verdict(Words.of("runtime.jobs.verdict")),
        Columns.stack(open, ended));
    show();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    stop = Optional.of(signals.on(JobChanged.class, e -> ui.access(this::show)));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.ifPresent(Runnable::run);
  }

  private void show() {
    List<Job> all = jobs.newest(Optional.empty(), SHOWN);
    open.removeAll();
    all.stream().filter(j -> j.state().open()).map(this::card).forEach(open::add);
    ended.removeAll();
    List<Job> over = all.stream().filter(j -> !j.state().open()).toList();
    ended.add(
        all.isEmpty() ? empty() : new Card(Words.of("runtime.jobs.ended")).flush(table(over)));
    ended.setVisible(all.isEmpty() || !over.isEmpty());
  }

  private static Component empty() {
    return new EmptyState(
        Icons.CLOCK, Words.of("runtime.jobs.none"), Words.of("runtime.jobs.none.text"));
  }

  private Component card(Job job) {
    return new JobCard(() -> cancel(job.id()))
        .show(Progresses.of(job, "runtime.job.units", List.of(), clock.instant(), zone));
  }

  private Table table(List<Job> over) {
    Table table =
        new Table(Words.of("runtime.jobs.ended"))
            .column(Words.of("runtime.jobs.job"))
            .column(Words.of("runtime.jobs.state"))
            .optional(Words.of("runtime.jobs.who"))
            .optional(Words.of("runtime.jobs.when"))
            .number("");
    for (Job job : over) {
      table.row(
          Table.twoLines(new com.vaadin.flow.component.html.Span(job.title()), second(job)),
          JobCard.badge(JobProgress.State.valueOf(job.state().name())),
          job.requestedBy(),
          Times.moment(job.createdAt(), zone, Words.locale()),
          action(job));
    }
    return table;
  }

  private String second(Job job) {
    return job.reason()
        .map(r -> r.in(Words.locale()))
        .orElseGet(
            () ->
                Words.of(
                    "runtime.jobs.took",
                    Times.duration(job.elapsed(clock.instant()), Words.locale())));
  }

  private Component action(Job job) {
    return switch (job.state()) {
      case INTERRUPTED, FAILED, CANCELLED ->
          Buttons.small(Buttons.plain(Words.of("runtime.jobs.resume"), () -> resume(job.id())));
      case QUEUED, RUNNING, SUCCEEDED -> new Div();
    };
  }

  private void cancel(long id) {
    act(() -> jobs.cancel(id), "runtime.jobs.cancelled");
  }

  private void resume(long id) {
    act(() -> jobs.resume(id), "runtime.jobs.resumed");
  }

  private void act(Runnable work, String done) {
    try {
      work.run();
      Toasts.done(Words.of(done));
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
    show();
  }
}
