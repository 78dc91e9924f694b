package insight.collect.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.Mending;
import insight.collect.Sources;
import insight.kernel.Refused;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
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
import insight.shell.part.Buttons;
import insight.shell.part.Columns;
import insight.shell.part.JobCard;
import insight.shell.part.JobProgress;
import insight.shell.part.Link;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One file: how far it is, what was accepted and how it was classified, what was not and why. */
@Route("imports/:import([0-9]{1,18})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, title = "collect.ui.import")
public class ImportView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private final transient Imports imports;
  private final transient Sources sources;
  private final transient Jobs jobs;
  private final transient Signals signals;
  private final transient Clock clock;
  private final transient Mending mending;
  private final transient Instance<ImportPanel> panels;
  private final transient Caller caller;
  private final transient Grant grant;
  private final ZoneId zone;
  private long id;
  private transient OptionalLong reversal = OptionalLong.empty();
  private transient Optional<JobCard> card = Optional.empty();
  private transient Optional<Runnable> stop = Optional.empty();

  @Inject
  public ImportView(
      Imports imports,
      Mending mending,
      Sources sources,
      Jobs jobs,
      Signals signals,
      Clock clock,
      Grants grants,
      Callers callers,
      Settings settings,
      @Any Instance<ImportPanel> panels) {
    this.imports = imports;
    this.sources = sources;
    this.jobs = jobs;
    this.signals = signals;
    this.clock = clock;
    this.mending = mending;
    this.panels = panels;
    this.caller = callers.required();
    this.grant = grants.of(caller, Purpose.SERVICE);
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = Long.parseLong(event.getRouteParameters().get("import").orElse("0"));
    show();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    stop =
        Optional.of(
            signals.on(
                JobChanged.class,
                change -> {
                  if (change.id() == id || reversal.equals(OptionalLong.of(change.id()))) {
                    ui.access(this::refresh);
                  }
                }));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.ifPresent(Runnable::run);
  }

  /** While it runs only the card changes; the page is built anew when it ends. */
  private void refresh() {
    Job job = jobs.required(id);
    if (job.state().open() && card.isPresent()) {
      card.get().show(progress(job));
    } else {
      show();
    }
  }

  private void show() {
    removeAll();
    Import file = imports.required(id);
    Job job = jobs.required(id);
    add(header(file, job));
    List<Component> parts = new ArrayList<>();
    card = Optional.empty();
    if (job.state().open()) {
      JobCard running = new JobCard(this::cancel).show(progress(job));
      card = Optional.of(running);
      parts.add(running);
    }
    file.reversedAt().ifPresent(at -> parts.add(undone(file, at)));
    mending.original(id).ifPresent(original -> parts.add(mends(original)));
    job.reason().ifPresent(reason -> parts.add(why(job, reason.in(Words.locale()))));
    if (!job.state().open()) {
      if (ImportVerdict.number(job.counts(), "read") > 0) {
        parts.add(new ImportResult(file, job, sources.required(file.sourceId())).card());
      }
      ImportRejects.card(imports, mending, file, grant).ifPresent(parts::add);
      panels.stream()
          .sorted(Comparator.comparingInt(ImportPanel::order))
          .forEach(panel -> panel.create(file).ifPresent(parts::add));
    }
    add(Columns.stack(parts.toArray(Component[]::new)));
  }

  private static Note why(Job job, String reason) {
    return new Note(job.state() == Job.State.FAILED ? Tone.BAD : Tone.WARNING, reason);
  }

  private PageHeader header(Import file, Job job) {
    PageHeader header =
        new PageHeader(file.fileName())
            .crumb(Stage.COLLECT.words())
            .crumb(Words.of("collect.ui.imports"), "imports")
            .crumb(file.sourceName(), "sources/" + file.sourceId())
            .badges(ImportTable.badge(job, file))
            .verdict(
                file.reversedAt().isPresent()
                    ? Words.of("collect.ui.undone.verdict")
                    : ImportVerdict.of(job.state(), job.counts(), Words.locale()));
    return switch (job.state()) {
      case INTERRUPTED, FAILED, CANCELLED ->
          file.waiting()
              ? header.actions(Buttons.primary(Words.of("collect.ui.resume"), this::resume))
              : header;
      case SUCCEEDED -> header.actions(ended(file));
      case QUEUED, RUNNING -> header;
    };
  }

  private Component[] ended(Import file) {
    if (file.reversedAt().isPresent()) {
      return new Component[] {};
    }
    return new Component[] {
      Buttons.quiet(Words.of("collect.ui.undo"), () -> new UndoDialog(file, this::undo).open()),
      Link.button("dashboard", Words.of("collect.ui.toDashboard"), false),
      Link.button("training-runs?new", Words.of("collect.ui.toTraining"), true)
    };
  }

  private Note undone(Import file, Instant at) {
    return new Note(
        Tone.WARNING,
        Words.of(
            "collect.ui.undone",
            Times.moment(at, zone, Words.locale()),
            file.reversedBy().orElse("–")));
  }

  private static Note mends(long original) {
    return new Note(
        Tone.GOOD,
        Words.of("collect.ui.mends"),
        new Link(
            "imports/" + original, Words.of("collect.ui.mends.which", String.valueOf(original))));
  }

  private void undo() {
    act(
        () -> {
          long job = imports.reverse(id, caller);
          reversal = OptionalLong.of(job);
          Toasts.done(Words.of("collect.ui.undoing"));
        });
  }

  private JobProgress progress(Job job) {
    return ImportProgress.of(job, clock.instant(), zone);
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
    show();
  }
}
