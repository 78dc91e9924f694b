package insight.collect.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.collect.Connections;
import insight.collect.Content;
import insight.collect.Draft;
import insight.collect.Drafts;
import insight.collect.Preset;
import insight.collect.Preview;
import insight.collect.SourceKind;
import insight.collect.guess.Guess;
import insight.collect.guess.Guesses;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Setting a source up, step by step. The draft is in the database and the step in the URL: going
 * back, reloading and coming again tomorrow lose nothing.
 */
@Route("sources/new")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, title = "collect.ui.new")
public class NewSourceView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Drafts drafts;
  private final transient Jobs jobs;
  private final transient Signals signals;
  private final transient Clock clock;
  private final transient Caller caller;
  private final ZoneId zone;
  private final Div complaints = new Div();
  private transient Optional<Draft> draft = Optional.empty();
  private transient Optional<Long> run = Optional.empty();
  private transient Optional<WizardPart> part = Optional.empty();
  private transient Optional<String> password = Optional.empty();
  private WizardStep step = WizardStep.KIND;
  private transient Runnable unsubscribe = () -> {};

  @Inject
  public NewSourceView(
      Drafts drafts, Jobs jobs, Signals signals, Clock clock, Callers callers, Settings settings) {
    this.drafts = drafts;
    this.jobs = jobs;
    this.signals = signals;
    this.clock = clock;
    this.caller = callers.required();
    this.zone = settings.zone();
  }

  /** The path of a step of a draft. */
  static String path(UUID draft, WizardStep step) {
    return "sources/new?draft=" + draft + "&step=" + step.word();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters url = event.getLocation().getQueryParameters();
    try {
      draft = url.getSingleParameter("draft").map(NewSourceView::id).map(this::mine);
    } catch (Refused gone) {
      draft = Optional.empty();
      Toasts.refused(gone);
    }
    step =
        draft
            .flatMap(d -> url.getSingleParameter("step"))
            .flatMap(WizardStep::of)
            .orElse(WizardStep.KIND);
    run = url.getSingleParameter("run").filter(r -> r.matches("\\d{1,18}")).map(Long::valueOf);
    show();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      throw Refused.notFound("collect.draft.unknown");
    }
  }

  private Draft mine(UUID id) {
    return drafts.required(id, caller);
  }

  private JsonObject settings() {
    return draft.map(Draft::settings).orElse(JsonObject.EMPTY_JSON_OBJECT);
  }

  private void show() {
    removeAll();
    complaints.removeAll();
    complaints.getElement().setAttribute("role", "alert");
    add(header());
    Component body;
    try {
      WizardPart now = part(step);
      part = Optional.of(now);
      body = now.show();
    } catch (Refused refused) {
      part = Optional.empty();
      body = new Note(Tone.BAD, refused.in(Words.locale()));
    }
    add(
        new WizardFrame(
            WizardStep.needed(settings()),
            step,
            s -> path(draft.map(Draft::id).orElseThrow(), s),
            new Div(complaints, body),
            left(),
            List.of(forward())));
  }

  private PageHeader header() {
    return new PageHeader(Words.of("collect.ui.new"))
        .crumb(Stage.COLLECT.words())
        .crumb(Words.of("collect.ui.sources"), "sources")
        .verdict(Words.of("collect.wizard.verdict"));
  }

  private WizardPart part(WizardStep wanted) {
    return switch (wanted) {
      case KIND -> new KindPart(settings());
      case FILE -> new FilePart(drafts, draft.orElseThrow(), caller);
      case CONNECTION -> new ConnectionPart(kind(), settings(), password, this::tried);
      case COLUMNS -> columns();
      case PLACE -> place();
      case CHECK ->
          new CheckPart(
              jobs, clock, zone, Preset.of(settings().getString("preset", "")), run, this::dryRun);
    };
  }

  private SourceKind kind() {
    return SourceKind.of(settings().getString("kind", "")).orElse(SourceKind.CSV);
  }

  private Connections.Answer tried(JsonObject connection, Optional<String> secret) {
    JsonObject all =
        Json.object(settings()).add("settings", connection.getJsonObject("settings")).build();
    return drafts.test(all, secret, caller);
  }

  private WizardPart columns() {
    return settings().containsKey("preset")
        ? new KnownColumnsPart(preview())
        : new ColumnsPart(
            preview(),
            ColumnsPart.mapping(settings()),
            Content.of(settings().getString("content", "")).orElse(Content.EVENTS));
  }

  private Preview preview() {
    if (kind() == SourceKind.JDBC) {
      Connections.Answer said = drafts.test(settings(), password, caller);
      if (!said.ok()) {
        throw new Refused(Refused.Kind.UNPROCESSABLE, List.of(said.words()));
      }
      return ConnectionPart.preview(SourceKind.JDBC, said);
    }
    try {
      return drafts.preview(draft.orElseThrow().id(), caller);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WizardPart place() {
    Optional<String> file = draft.flatMap(Draft::fileName);
    Optional<Guess> guess =
        file.filter(f -> WizardStep.needed(settings()).contains(WizardStep.COLUMNS))
            .map(f -> Guesses.of(preview()));
    String name = file.map(f -> f.replaceAll("(\\.\\w{1,6}){1,2}$", "")).orElse("");
    return new PlacePart(kind(), settings(), name, guess.flatMap(Guess::currency), zone);
  }

  private List<Button> left() {
    Button cancel = Buttons.quiet(Words.of("collect.wizard.discard"), this::discard);
    int place = WizardStep.needed(settings()).indexOf(step);
    return place <= 0
        ? List.of(cancel)
        : List.of(
            Buttons.plain(
                Words.of("collect.wizard.back"),
                () -> open(WizardStep.needed(settings()).get(place - 1))),
            cancel);
  }

  private Button forward() {
    List<WizardStep> steps = WizardStep.needed(settings());
    boolean last = step != WizardStep.KIND && steps.indexOf(step) == steps.size() - 1;
    if (!last) {
      return Buttons.primary(Words.of("collect.wizard.next"), this::next);
    }
    String verb = steps.contains(WizardStep.FILE) ? "collect.wizard.finish" : "collect.ui.create";
    return Buttons.primary(Words.of(verb), this::finish);
  }

  private void open(WizardStep wanted) {
    open(wanted, Optional.empty());
  }

  private void open(WizardStep wanted, Optional<Long> dryRun) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("draft", draft.orElseThrow().id().toString());
    query.put("step", wanted.word());
    dryRun.ifPresent(id -> query.put("run", String.valueOf(id)));
    UI.getCurrent().navigate("sources/new", QueryParameters.simple(query));
  }

  /** Keeps what the fields say; goes on when nothing of this step is refused. */
  private void next() {
    if (kept()) {
      List<WizardStep> steps = WizardStep.needed(settings());
      open(steps.get(Math.min(steps.indexOf(step) + 1, steps.size() - 1)));
    }
  }

  private boolean kept() {
    if (part.isEmpty()) {
      return false;
    }
    if (draft.isEmpty()) {
      draft = Optional.of(drafts.begin(caller));
    }
    UUID id = draft.get().id();
    if (part.get() instanceof ConnectionPart connection) {
      password = connection.password();
    }
    drafts.save(id, part.get().read(settings()), caller);
    draft = Optional.of(mine(id));
    List<Refused.Reason> mine =
        drafts.troubles(id, caller).stream()
            .filter(r -> part.get().answersFor(r.pointer()))
            .toList();
    List<Refused.Reason> unplaced = part.get().complain(mine);
    complaints.removeAll();
    unplaced.forEach(r -> complaints.add(new Note(Tone.BAD, r.in(Words.locale()))));
    return mine.isEmpty() && unplaced.isEmpty();
  }

  private void dryRun() {
    try {
      open(WizardStep.CHECK, Optional.of(drafts.dryRun(draft.orElseThrow().id(), caller)));
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private void finish() {
    if (!kept()) {
      return;
    }
    try {
      Drafts.Finished finished = drafts.finish(draft.orElseThrow().id(), password, caller);
      finished
          .created()
          .writeKey()
          .ifPresentOrElse(
              key -> ready(finished, key), () -> UI.getCurrent().navigate(target(finished)));
    } catch (Refused refused) {
      complaints.removeAll();
      complaints.add(new Note(Tone.BAD, refused.in(Words.locale())));
    }
  }

  private static String target(Drafts.Finished finished) {
    return finished
        .job()
        .map(job -> "imports/" + job)
        .orElse("sources/" + finished.created().source().id());
  }

  private void ready(Drafts.Finished finished, String key) {
    removeAll();
    add(
        new PageHeader(finished.created().source().name())
            .crumb(Stage.COLLECT.words())
            .crumb(Words.of("collect.ui.sources"), "sources")
            .verdict(Words.of("collect.wizard.ready")),
        TrackingReady.of(finished.created().source(), key, clock));
  }

  private void discard() {
    try {
      if (draft.isPresent()) {
        drafts.discard(draft.get().id(), caller);
      }
      UI.getCurrent().navigate("sources");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    unsubscribe =
        signals.on(
            JobChanged.class,
            change -> {
              if (run.filter(id -> id == change.id()).isPresent()) {
                var unused = ui.access(() -> refresh(change.id()));
              }
            });
  }

  private void refresh(long id) {
    boolean going = part.orElse(null) instanceof CheckPart check && check.refresh(id);
    if (!going) {
      show();
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    unsubscribe.run();
  }
}
