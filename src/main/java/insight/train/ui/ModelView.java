package insight.train.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Times;
import insight.shell.part.Words;
import insight.train.Model;
import insight.train.ModelStep;
import insight.train.Models;
import insight.train.Names;
import insight.train.Releases;
import insight.train.TrainingRun;
import insight.train.TrainingRuns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One model version: its gate, who released it, where it comes from, and what may be done now. */
@Route("models/:model([0-9]{1,18})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.TRAIN, title = "train.model.page")
public class ModelView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Models models;
  private final transient Releases releases;
  private final transient TrainingRuns runs;
  private final transient Caller caller;
  private final ZoneId zone;
  private long id;

  @Inject
  public ModelView(
      Models models, Releases releases, TrainingRuns runs, Callers callers, Settings settings) {
    this.models = models;
    this.releases = releases;
    this.runs = runs;
    this.caller = callers.required();
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id =
        event
            .getRouteParameters()
            .getLong("model")
            .orElseThrow(() -> Refused.notFound("train.model.unknown", ""));
    build();
  }

  private void build() {
    Model model = models.required(id);
    TrainingRun run = runs.required(model.runId());
    List<ModelStep> steps =
        releases.steps(model.task()).stream().filter(s -> s.modelId() == id).toList();
    removeAll();
    add(
        header(model),
        Columns.withSide(
            Columns.stack(new GateCard(model).card()),
            Columns.stack(
                facts(model, run), new StepsCard(steps, Map.of(id, model.number()), zone).card())),
        new AsOf(model.createdAt(), zone).source(Words.of("train.run.measured")));
  }

  private PageHeader header(Model model) {
    return new PageHeader(
            Words.of(
                "train.model.title",
                Names.task(Words.locale(), model.task()),
                String.valueOf(model.number())))
        .crumb(Stage.TRAIN.words())
        .crumb(Words.of("train.models.title"), "models")
        .badges(Figures.modelBadge(model))
        .verdict(model.verdict(Words.locale()))
        .actions(
            new ReleaseActions(releases, model, caller, this::build)
                .buttons()
                .toArray(Component[]::new));
  }

  private Card facts(Model model, TrainingRun run) {
    KeyValues values =
        new KeyValues()
            .row(
                Words.of("train.models.evidence"),
                new Link(
                    "training-runs/" + model.runId(),
                    Words.of("train.models.run", String.valueOf(model.runId()))))
            .row(Words.of("train.models.trainer"), Names.trainer(Words.locale(), model.trainer()))
            .row(Words.of("train.model.rows"), rows(run.provenance()))
            .row(Words.of("train.model.bytes"), bytes(run.provenance()));
    run.cutoff()
        .ifPresent(
            at ->
                values.row(
                    Words.of("train.model.lastData"), Times.moment(at, zone, Words.locale())));
    model.requestedBy().ifPresent(by -> values.row(Words.of("train.model.requestedBy"), by));
    model.overrideReason().ifPresent(why -> values.row(Words.of("train.model.override"), why));
    values.row(
        Words.of("train.model.approvedBy"),
        model.approvedBy().orElse(Words.of("train.model.nobody")));
    return new Card(Words.of("train.model.facts")).body(values);
  }

  private static String rows(JsonObject provenance) {
    return provenance.get("learned") instanceof JsonObject learned
            && learned.get("rows") instanceof JsonNumber rows
        ? Numbers.whole(rows.longValue(), Words.locale())
        : "–";
  }

  private static String bytes(JsonObject provenance) {
    return provenance.get("model") instanceof JsonObject file
            && file.get("bytes") instanceof JsonNumber bytes
        ? Words.of("train.model.kilobytes", Numbers.whole(bytes.longValue() / 1000, Words.locale()))
        : "–";
  }
}
