package insight.collect.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import insight.collect.Deliveries;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.Origins;
import insight.collect.Source;
import insight.collect.SourceDetails;
import insight.collect.SourceKind;
import insight.collect.SourceRuns;
import insight.collect.Sources;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Facts;
import insight.shell.part.Link;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One source: what it delivered, and where its files are handed in. */
@Route("sources/:source([0-9]{1,9})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, title = "collect.ui.source")
public class SourceView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient Sources sources;
  private final transient Imports imports;
  private final transient Deliveries deliveries;
  private final transient SourceRuns runs;
  private final transient Origins origins;
  private final transient Jobs jobs;
  private final transient Caller caller;
  private final transient Signals signals;
  private final transient Clock clock;
  private final ZoneId zone;
  private transient Optional<Source> shown = Optional.empty();
  private transient Runnable unsubscribe = () -> {};
  private final Card counts = new Card(Words.of("collect.ui.delivered"));
  private final Card files = new Card(Words.of("collect.ui.imports"));

  @Inject
  public SourceView(
      Sources sources,
      Imports imports,
      Deliveries deliveries,
      SourceRuns runs,
      Origins origins,
      Jobs jobs,
      Signals signals,
      Clock clock,
      Callers callers,
      Settings settings) {
    this.sources = sources;
    this.imports = imports;
    this.deliveries = deliveries;
    this.runs = runs;
    this.origins = origins;
    this.jobs = jobs;
    this.signals = signals;
    this.clock = clock;
    this.caller = callers.required();
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    int id = Integer.parseInt(event.getRouteParameters().get("source").orElse("0"));
    show(sources.required(id));
  }

  private void show(Source source) {
    removeAll();
    SourceDetails details = sources.details(source.id());
    Optional<Import> newest = imports.of(source.id(), 1).stream().findFirst();
    PageHeader header =
        new PageHeader(source.name())
            .crumb(Stage.COLLECT.words())
            .crumb(Words.of("collect.ui.sources"), "sources")
            .badges(badges(details, newest))
            .actions(actions(source));
    shown = Optional.of(source);
    refresh();
    List<Component> parts = new ArrayList<>();
    details.trouble().ifPresent(why -> parts.add(new Note(Tone.BAD, why.in(Words.locale()))));
    if (source.paused()) {
      parts.add(new Note(Tone.WARNING, Words.of("collect.source.paused.note")));
    }
    parts.addAll(main(source));
    Component side =
        source.kind() == SourceKind.PORTAL || source.kind() == SourceKind.TRACKING
            ? SourceFacts.about(details, zone)
            : Columns.stack(
                SourceFacts.running(details, zone, runNow(source)),
                SourceFacts.about(details, zone));
    add(header, Columns.withSide(Columns.stack(parts.toArray(Component[]::new)), side));
  }

  private Component[] actions(Source source) {
    if (source.kind() == SourceKind.PORTAL) {
      return new Component[] {};
    }
    List<Component> actions = new ArrayList<>();
    actions.add(
        source.paused()
            ? Buttons.plain(Words.of("collect.source.resume"), () -> pause(source, false))
            : Buttons.quiet(Words.of("collect.source.pause"), () -> pause(source, true)));
    if (source.kind() == SourceKind.TRACKING) {
      actions.add(Buttons.plain(Words.of("collect.ui.rotate"), () -> askToRotate(source)));
    }
    actions.add(
        Link.button("sources/" + source.id() + "/edit", Words.of("collect.source.edit"), false));
    return actions.toArray(Component[]::new);
  }

  private void pause(Source source, boolean paused) {
    act(
        () -> {
          if (paused) {
            sources.pause(source.id(), caller);
          } else {
            sources.resume(source.id(), caller);
          }
          show(sources.required(source.id()));
        });
  }

  private Component runNow(Source source) {
    return Buttons.plain(Words.of("collect.source.run"), () -> act(() -> run(source)));
  }

  private void run(Source source) {
    if (source.kind().files()) {
      int found = runs.folder(source.id()).size();
      Toasts.done(Words.of("collect.source.looked", found));
      refresh();
    } else {
      UI.getCurrent().navigate("imports/" + runs.start(source.id(), caller));
    }
  }

  private static void act(Runnable work) {
    try {
      work.run();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private List<Component> main(Source source) {
    return source.kind().files() || source.kind() == SourceKind.JDBC
        ? source.kind().files() ? List.of(upload(source), counts, files) : List.of(counts, files)
        : List.of(how(source), counts);
  }

  /** What changes while files are read; the upload stays as it is. */
  private void refresh() {
    shown.ifPresent(
        source -> {
          counts.body(counts(source));
          List<Import> delivered = imports.of(source.id(), SHOWN);
          if (delivered.isEmpty()) {
            files.body(new Span(Words.of("collect.ui.imports.none")));
          } else {
            files.flush(ImportTable.of(delivered, jobs, clock.instant(), zone));
          }
        });
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    unsubscribe =
        signals.on(
            JobChanged.class,
            change -> {
              if (change.kind().equals(Imports.JOB)) {
                var unused = ui.access(this::refresh);
              }
            });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    unsubscribe.run();
  }

  private Component[] badges(SourceDetails details, Optional<Import> newest) {
    List<Component> badges = new ArrayList<>();
    badges.add(
        new SourceCard(details, newest, zone).status(newest.flatMap(f -> jobs.find(f.id()))));
    badges.add(Badge.outline(SourceWords.kind(details.source())));
    if (details.source().synthetic()) {
      badges.add(Badge.accent(Words.of("collect.ui.synthetic")));
    }
    return badges.toArray(Component[]::new);
  }

  private Facts counts(Source source) {
    Deliveries.Counts all = deliveries.of(source.id());
    Facts facts =
        new Facts()
            .fact(Words.of("collect.ui.read"), ImportTable.whole(all.read()))
            .fact(Words.of("collect.ui.accepted"), ImportTable.whole(all.accepted()))
            .fact(Words.of("collect.ui.duplicates"), ImportTable.whole(all.duplicates()))
            .fact(Words.of("collect.ui.rejected"), ImportTable.whole(all.rejected()))
            .fact(Words.of("collect.ui.dropped"), ImportTable.whole(all.dropped()))
            .fact(Words.of("collect.ui.masked"), ImportTable.whole(all.masked()));
    return source.kind() == SourceKind.TRACKING
        ? facts.fact(Words.of("collect.ui.late"), ImportTable.whole(deliveries.late(source.id())))
        : facts;
  }

  private Card upload(Source source) {
    Upload upload = new Upload(event -> receive(source, event));
    upload.setMaxFiles(1);
    upload.setAcceptedFileExtensions(UploadWords.EXTENSIONS);
    upload.setI18n(UploadWords.here());
    upload.addFileRejectedListener(e -> Toasts.warning(e.getErrorMessage()));
    upload.setWidthFull();
    upload.getElement().setAttribute("aria-label", Words.of("collect.ui.upload"));
    upload.setUploadButton(Buttons.primary(Words.of("collect.ui.upload.choose"), () -> {}));
    upload.setDropLabel(new Span(Words.of("collect.ui.upload.drop")));
    return new Card(Words.of("collect.ui.upload"))
        .say(Words.of("collect.ui.upload.say"))
        .body(upload);
  }

  /** Runs in the request's own thread: the file is streamed to the disk, not into memory. */
  private void receive(Source source, UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream body = event.getInputStream()) {
      long id = imports.start(source.id(), event.getFileName(), body, caller);
      // a navigation outside a request has no caller; the browser makes one
      ui.access(() -> ui.getPage().setLocation("imports/" + id));
    } catch (Refused refused) {
      event.reject(refused.in(ui.getLocale()));
      ui.access(() -> Toasts.refused(refused));
    }
  }

  private Card how(Source source) {
    return source.kind() == SourceKind.TRACKING
        ? new TrackingCard(source, origins, caller).card()
        : new Card(Words.of("collect.ui.how")).body(new Span(Words.of("collect.ui.how.portal")));
  }

  private void askToRotate(Source source) {
    ConfirmDialog ask = new ConfirmDialog();
    ask.setHeader(Words.of("collect.ui.rotate.ask", source.name()));
    ask.setText(Words.of("collect.ui.rotate.text"));
    ask.setCancelable(true);
    ask.setCancelText(Words.of("shell.cancel"));
    ask.setConfirmText(Words.of("collect.ui.rotate"));
    ask.setConfirmButtonTheme("error primary");
    ask.addConfirmListener(e -> rotate(source));
    ask.open();
  }

  private void rotate(Source source) {
    String key = sources.rotateKey(source.id(), caller);
    new WriteKeyDialog(source, key, clock).open();
  }
}
