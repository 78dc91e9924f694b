package insight.train.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import insight.train.Model;
import insight.train.Models;
import insight.train.Names;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All model versions by task: which is live, since when, and why. */
@Route("models")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.TRAIN, order = 2, title = "train.models.title")
public class ModelsView extends PageBody {
  private static final long serialVersionUID = 1L;

  private final ZoneId zone;

  @Inject
  public ModelsView(Models models, Settings settings) {
    this.zone = settings.zone();
    add(
        new PageHeader(Words.of("train.models.title"))
            .crumb(Stage.TRAIN.words())
            .verdict(Words.of("train.models.about")));
    Map<String, List<Model>> byTask =
        models.list().stream()
            .collect(Collectors.groupingBy(Model::task, LinkedHashMap::new, Collectors.toList()));
    if (byTask.isEmpty()) {
      add(new Card().flush(empty()));
    }
    byTask.forEach((task, versions) -> add(card(task, versions)));
  }

  private static Component empty() {
    return new EmptyState(
        Icons.FLASK,
        Words.of("train.models.empty.title"),
        Words.of("train.models.empty.text"),
        Link.button("training-runs", Words.of("train.runs.title"), true));
  }

  private Card card(String task, List<Model> versions) {
    Locale locale = Words.locale();
    Table table =
        new Table(Names.task(locale, task))
            .column(Words.of("train.models.version"))
            .column(Words.of("train.models.trainer"))
            .optional(Words.of("train.models.live"))
            .column(Words.of("train.models.verdict"))
            .column(Words.of("train.models.evidence"));
    for (Model model : versions) {
      table.row(
          Figures.modelBadge(model),
          Names.trainer(locale, model.trainer()),
          live(model),
          new Span(model.verdict(locale)),
          new Link(
              "training-runs/" + model.runId(),
              Words.of("train.models.run", String.valueOf(model.runId()))));
    }
    return new Card(Names.task(locale, task)).say(Names.taskAbout(locale, task)).flush(table);
  }

  private String live(Model model) {
    if (model.liveFrom().isEmpty()) {
      return Words.of("train.models.never");
    }
    String from = moment(model.liveFrom().get());
    return model
        .liveTo()
        .map(to -> Words.of("train.period.range", from, moment(to)))
        .orElse(Words.of("train.models.since", from));
  }

  private String moment(Instant at) {
    return Times.moment(at, zone, Words.locale());
  }
}
