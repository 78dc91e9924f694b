package insight.collect.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import insight.collect.Import;
import insight.collect.Imports;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** All files that were delivered. */
@Route("imports")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, order = 2, title = "collect.ui.imports")
public class ImportsView extends PageBody {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  private final transient Imports imports;
  private final transient Jobs jobs;
  private final transient Signals signals;
  private final transient Clock clock;
  private final ZoneId zone;
  private final Div list = new Div();
  private transient Optional<Runnable> stop = Optional.empty();

  @Inject
  public ImportsView(Imports imports, Jobs jobs, Signals signals, Clock clock, Settings settings) {
    this.imports = imports;
    this.jobs = jobs;
    this.signals = signals;
    this.clock = clock;
    this.zone = settings.zone();
    add(
        new PageHeader(Words.of("collect.ui.imports"))
            .crumb(Stage.COLLECT.words())
            .verdict(Words.of("collect.ui.imports.verdict"))
            .actions(Link.button("sources", Words.of("collect.ui.imports.sources"), false)),
        list);
    show();
  }

  private void show() {
    List<Import> all = imports.newest(SHOWN);
    list.removeAll();
    list.add(
        all.isEmpty()
            ? new EmptyState(
                Icons.DATABASE,
                Words.of("collect.ui.imports.none"),
                Words.of("collect.ui.imports.none.text"),
                Link.button("sources", Words.of("collect.ui.imports.sources"), true))
            : new Card().flush(ImportTable.of(all, jobs, clock.instant(), zone)));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    stop =
        Optional.of(
            signals.on(
                JobChanged.class,
                change -> {
                  if (change.kind().equals(Imports.JOB)) {
                    ui.access(this::show);
                  }
                }));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.ifPresent(Runnable::run);
  }
}
