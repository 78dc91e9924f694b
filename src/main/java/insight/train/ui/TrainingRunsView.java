package insight.train.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.JobChanged;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Tables;
import insight.shell.part.Times;
import insight.shell.part.Words;
import insight.train.LearningTasks;
import insight.train.Names;
import insight.train.TrainingRun;
import insight.train.TrainingRuns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All training runs, newest first, and the way to a new one. {@code ?new} opens the dialog, {@code
 * ?new=rank-products} with this goal chosen.
 */
@Route("training-runs")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.TRAIN, order = 1, title = "train.runs.title")
public class TrainingRunsView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;
  private static final String NEW = "new";

  private final transient TrainingRuns runs;
  private final transient LearningTasks tasks;
  private final transient Signals signals;
  private final transient Caller caller;
  private final ZoneId zone;
  private final PageHeader header = new PageHeader(Words.of("train.runs.title"));
  private final Card list = new Card();
  private final Grid<TrainingRun> grid = Tables.compact(Words.of("train.runs.title"));
  private transient Runnable unsubscribe = () -> {};

  @Inject
  public TrainingRunsView(
      TrainingRuns runs, LearningTasks tasks, Signals signals, Callers callers, Settings settings) {
    this.runs = runs;
    this.tasks = tasks;
    this.signals = signals;
    this.caller = callers.required();
    this.zone = settings.zone();
    header.crumb(Stage.TRAIN.words()).verdict(Words.of("train.runs.about"));
    columns();
    add(header, list);
    refresh();
  }

  private boolean mayStart() {
    return caller.is(Role.OPERATIONS) || caller.is(Role.ADMIN);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    List<String> asked = event.getLocation().getQueryParameters().getParameters(NEW);
    if (mayStart() && !asked.isEmpty()) {
      open(asked.stream().findFirst().filter(task -> !task.isEmpty()));
    }
  }

  private void open(Optional<String> task) {
    new NewRunDialog(tasks, runs, caller.name(), zone, task).open();
  }

  /** Fills the grid anew, so that scrolling and widths stay; the first run brings the grid. */
  private void refresh() {
    List<TrainingRun> newest = runs.newest(SHOWN);
    if (newest.isEmpty()) {
      list.flush(empty());
      return;
    }
    if (grid.getParent().isEmpty()) {
      header.actions(start());
      list.flush(grid);
    }
    grid.setAllRowsVisible(newest.size() <= 20);
    grid.setItems(newest);
  }

  private Component[] start() {
    return mayStart()
        ? new Component[] {
          Buttons.icon(
              Icons.PLUS,
              Buttons.primary(Words.of("train.new.button"), () -> open(Optional.empty())))
        }
        : new Component[0];
  }

  private Component empty() {
    return new EmptyState(
        Icons.FLASK,
        Words.of("train.runs.empty.title"),
        Words.of(mayStart() ? "train.runs.empty.text" : "train.runs.empty.reader"),
        start());
  }

  private void columns() {
    Tables.link(
        grid,
        Words.of("train.runs.run"),
        run -> Words.of("train.run.title", Names.task(Words.locale(), run.task()), id(run)),
        run -> "training-runs/" + run.id());
    Tables.component(grid, Words.of("train.runs.state"), run -> Figures.stateBadge(run.job()));
    Tables.component(grid, Words.of("train.runs.model"), TrainingRunsView::model);
    Tables.text(
        grid, Words.of("train.runs.trainer"), run -> Names.trainer(Words.locale(), run.trainer()));
    Tables.text(
            grid,
            Words.of("train.runs.data"),
            run -> Figures.period(run.from(), run.cutoff(), zone))
        .setFlexGrow(2);
    Tables.text(grid, Words.of("train.runs.result"), Figures::keyFigure).setFlexGrow(3);
    Tables.component(grid, Words.of("train.runs.who"), this::who);
  }

  private static Component model(TrainingRun run) {
    return run.model().map(m -> (Component) Figures.modelBadge(m)).orElseGet(() -> new Span("–"));
  }

  private Component who(TrainingRun run) {
    return Table.twoLines(
        new Span(run.requestedBy()), Times.moment(run.createdAt(), zone, Words.locale()));
  }

  private static String id(TrainingRun run) {
    return String.valueOf(run.id());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    unsubscribe =
        signals.on(
            JobChanged.class,
            changed -> {
              if (changed.kind().equals(TrainingRuns.JOB)) {
                var unused = ui.access(this::refresh);
              }
            });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    unsubscribe.run();
  }
}
