package insight.train.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Job;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Buttons;
import insight.shell.part.Columns;
import insight.shell.part.Icons;
import insight.shell.part.JobCard;
import insight.shell.part.Link;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import insight.train.Names;
import insight.train.Reproduction;
import insight.train.TrainingRun;
import insight.train.TrainingRuns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One training run: its progress while it runs, its result and where that comes from after. */
@Route("training-runs/:run([0-9]{1,18})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.TRAIN, title = "train.run.page")
public class TrainingRunView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient TrainingRuns runs;
  private final transient Jobs jobs;
  private final transient Signals signals;
  private final transient Caller caller;
  private final transient Clock clock;
  private final ZoneId zone;
  private final JobCard progress = new JobCard(this::cancel);
  private long id;
  private Job.State shown = Job.State.QUEUED;
  private transient Runnable unsubscribe = () -> {};

  @Inject
  public TrainingRunView(
      TrainingRuns runs,
      Jobs jobs,
      Signals signals,
      Callers callers,
      Settings settings,
      Clock clock) {
    this.runs = runs;
    this.jobs = jobs;
    this.signals = signals;
    this.caller = callers.required();
    this.clock = clock;
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id =
        event
            .getRouteParameters()
            .getLong("run")
            .orElseThrow(() -> Refused.notFound("train.run.unknown", ""));
    build();
  }

  private void build() {
    TrainingRun run = runs.required(id);
    shown = run.job().state();
    removeAll();
    add(header(run));
    state(run).ifPresent(this::add);
    runs.reproduction(run).map(TrainingRunView::told).ifPresent(this::add);
    if (run.finishedAt().isPresent()) {
      RunResult result = new RunResult(run, zone);
      add(
          Columns.withSide(
              Columns.stack(main(run, result)),
              Columns.stack(result.gate(), result.origin(), result.provenance())));
      run.finishedAt()
          .ifPresent(at -> add(new AsOf(at, zone).source(Words.of("train.run.measured"))));
    }
  }

  private static Component[] main(TrainingRun run, RunResult result) {
    List<Component> cards = new ArrayList<>(List.of(result.quality()));
    cards.addAll(new EvidenceCards(run.evidence()).cards());
    return cards.toArray(Component[]::new);
  }

  /** Whether it showed the same figures again, or which differ. */
  private static Component told(Reproduction again) {
    Link first =
        Link.quiet(
            "training-runs/" + again.of(),
            Words.of("train.models.run", String.valueOf(again.of())));
    if (again.identical()) {
      return new Note(Tone.GOOD, Words.of("train.reproduce.identical"), first);
    }
    String which =
        again.differences().stream()
            .map(d -> d.figure() + ": " + d.first() + " → " + d.again())
            .collect(Collectors.joining("; "));
    return new Note(
        Tone.WARNING,
        again.erased() > 0
            ? Words.of("train.reproduce.erased", again.erased(), which)
            : Words.of("train.reproduce.differs", which),
        first);
  }

  private void reproduce() {
    try {
      long again = runs.reproduce(id, caller.name());
      UI.getCurrent().navigate("training-runs/" + again);
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private PageHeader header(TrainingRun run) {
    List<Component> badges = new ArrayList<>(List.of(Figures.stateBadge(run.job())));
    run.model().ifPresent(model -> badges.add(Figures.modelBadge(model)));
    PageHeader header =
        new PageHeader(
                Words.of(
                    "train.run.title",
                    Names.task(Words.locale(), run.task()),
                    String.valueOf(run.id())))
            .crumb(Stage.TRAIN.words())
            .crumb(Words.of("train.runs.title"), "training-runs")
            .badges(badges.toArray(Component[]::new))
            .verdict(
                run.model()
                    .map(model -> model.verdict(Words.locale()))
                    .orElseGet(() -> Figures.period(run.from(), run.cutoff(), zone)));
    if (mayAct() && !run.job().state().open()) {
      Link again =
          Link.button("training-runs?new=" + run.task(), Words.of("train.run.again"), false);
      if (run.finishedAt().isPresent()) {
        header.actions(Buttons.plain(Words.of("train.reproduce.button"), this::reproduce), again);
      } else {
        header.actions(again);
      }
    }
    return header;
  }

  private boolean mayAct() {
    return caller.is(Role.OPERATIONS) || caller.is(Role.ADMIN);
  }

  /** What to say and offer about the job; nothing once it ended well. */
  private Optional<Component> state(TrainingRun run) {
    Job job = run.job();
    return switch (job.state()) {
      case QUEUED, RUNNING ->
          Optional.of(progress.show(new RunProgress(run, clock, zone).now(mayAct())));
      case SUCCEEDED -> Optional.empty();
      case FAILED ->
          Optional.of(
              new Note(
                  Tone.BAD,
                  job.reason()
                      .map(reason -> reason.in(Words.locale()))
                      .orElse(Words.of("train.run.failed"))));
      case CANCELLED -> Optional.of(goOn(Tone.NEUTRAL, "train.run.cancelled"));
      case INTERRUPTED -> Optional.of(goOn(Tone.WARNING, "train.run.interrupted"));
    };
  }

  private Note goOn(Tone tone, String key) {
    return mayAct()
        ? new Note(
            tone,
            Words.of(key),
            Buttons.small(
                Buttons.icon(
                    Icons.PLAY, Buttons.plain(Words.of("train.run.resume"), this::resume))))
        : new Note(tone, Words.of(key));
  }

  private void cancel() {
    act(() -> jobs.cancel(id));
  }

  private void resume() {
    act(() -> jobs.resume(id));
  }

  private void act(Runnable work) {
    try {
      work.run();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
    build();
  }

  private void refresh() {
    TrainingRun run = runs.required(id);
    if (run.job().state() == shown && shown.open()) {
      progress.show(new RunProgress(run, clock, zone).now(mayAct()));
    } else {
      build();
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    unsubscribe =
        signals.on(
            JobChanged.class,
            changed -> {
              if (changed.id() == id) {
                var unused = ui.access(this::refresh);
              }
            });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    unsubscribe.run();
  }
}
