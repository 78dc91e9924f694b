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
import insight.collect.SourceKind;
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
import insight.shell.part.KeyValues;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
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
      Origins origins,
      Jobs jobs,
      Signals signals,
      Clock clock,
      Callers callers,
      Settings settings) {
    this.sources = sources;
    this.imports = imports;
    this.deliveries = deliveries;
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
    PageHeader header =
        new PageHeader(source.name())
            .crumb(Stage.COLLECT.words())
            .crumb(Words.of("collect.ui.sources"), "sources")
            .badges(badges(source));
    if (source.kind() == SourceKind.TRACKING) {
      header.actions(Buttons.plain(Words.of("collect.ui.rotate"), () -> askToRotate(source)));
    }
    shown = Optional.of(source);
    refresh();
    add(header, Columns.withSide(Columns.stack(main(source)), about(source)));
  }

  private Component[] main(Source source) {
    return source.kind().files()
        ? new Component[] {upload(source), counts, files}
        : new Component[] {how(source), counts};
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
            files.flush(ImportTable.of(delivered, jobs, zone));
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

  private static Component[] badges(Source source) {
    return source.synthetic()
        ? new Component[] {
          Badge.outline(SourceWords.kind(source)), Badge.accent(Words.of("collect.ui.synthetic"))
        }
        : new Component[] {Badge.outline(SourceWords.kind(source))};
  }

  private Facts counts(Source source) {
    Deliveries.Counts all = deliveries.of(source.id());
    return new Facts()
        .fact(Words.of("collect.ui.read"), ImportTable.whole(all.read()))
        .fact(Words.of("collect.ui.accepted"), ImportTable.whole(all.accepted()))
        .fact(Words.of("collect.ui.duplicates"), ImportTable.whole(all.duplicates()))
        .fact(Words.of("collect.ui.rejected"), ImportTable.whole(all.rejected()))
        .fact(Words.of("collect.ui.dropped"), ImportTable.whole(all.dropped()))
        .fact(Words.of("collect.ui.masked"), ImportTable.whole(all.masked()));
  }

  private Card upload(Source source) {
    Upload upload = new Upload(event -> receive(source, event));
    upload.setMaxFiles(1);
    upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv", ".gz", ".jsonl", ".ndjson");
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

  private Card about(Source source) {
    return new Card(Words.of("collect.ui.about"))
        .body(
            new KeyValues()
                .row(Words.of("collect.ui.kind"), SourceWords.kind(source))
                .row(Words.of("collect.ui.zone"), source.timeZone().getId())
                .row(Words.of("collect.ui.currency"), source.currency())
                .row(Words.of("collect.ui.owner"), source.owner())
                .row(
                    Words.of("collect.ui.since"),
                    Times.moment(source.createdAt(), zone, Words.locale())));
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
