package insight.train.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import insight.train.Model;
import insight.train.ModelStep;
import insight.train.Models;
import insight.train.Names;
import insight.train.Releases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All model versions by task: which is live, since when, and why. */
@Route("models")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.TRAIN, order = 2, title = "train.models.title")
public class ModelsView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private static final String DAY = "on";

  private final transient Models models;
  private final transient Releases releases;
  private final ZoneId zone;

  @Inject
  public ModelsView(Models models, Releases releases, Settings settings) {
    this.models = models;
    this.releases = releases;
    this.zone = settings.zone();
  }

  /** Shows what is live; or, with {@code ?on=2026-11-25}, what was live at the end of that day. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    add(
        new PageHeader(Words.of("train.models.title"))
            .crumb(Stage.TRAIN.words())
            .verdict(Words.of("train.models.about")));
    Map<String, List<Model>> byTask =
        models.list().stream()
            .collect(Collectors.groupingBy(Model::task, LinkedHashMap::new, Collectors.toList()));
    if (byTask.isEmpty()) {
      add(new Card().flush(empty()));
      return;
    }
    Optional<LocalDate> day =
        event.getLocation().getQueryParameters().getSingleParameter(DAY).map(ModelsView::day);
    byTask.forEach((task, versions) -> add(card(task, versions)));
    add(Columns.two(liveOn(byTask.keySet(), day), steps(byTask)));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Refused.invalid("/on", "train.period.time", text);
    }
  }

  /** What was live at the end of a day. */
  private Card liveOn(Collection<String> tasks, Optional<LocalDate> day) {
    DatePicker picker = new DatePicker(Words.of("train.models.on"), day.orElse(null));
    picker.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
    picker.addValueChangeListener(
        change ->
            UI.getCurrent()
                .navigate(
                    ModelsView.class,
                    change.getValue() == null
                        ? QueryParameters.empty()
                        : QueryParameters.of(DAY, change.getValue().toString())));
    KeyValues values = new KeyValues();
    day.map(d -> d.plusDays(1).atStartOfDay(zone).toInstant())
        .ifPresent(
            end -> tasks.forEach(t -> values.row(Names.task(Words.locale(), t), liveAt(t, end))));
    return new Card(Words.of("train.models.onTitle")).body(picker, values);
  }

  private Component liveAt(String task, Instant at) {
    return models
        .liveAt(task, at)
        .<Component>map(
            model ->
                new Link("models/" + model.id(), Words.of("train.model.version", model.number())))
        .orElseGet(() -> new Span(Words.of("train.models.nothing")));
  }

  private Card steps(Map<String, List<Model>> byTask) {
    Map<Long, Integer> numbers =
        models.list().stream().collect(Collectors.toMap(Model::id, Model::number));
    List<ModelStep> steps =
        byTask.keySet().stream()
            .flatMap(task -> releases.steps(task).stream())
            .sorted(Comparator.comparingLong(ModelStep::id).reversed())
            .toList();
    return new StepsCard(steps, numbers, zone).card();
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
          Table.twoLines(link(model), released(model)),
          Names.trainer(locale, model.trainer()),
          live(model),
          new Span(model.verdict(locale)),
          new Link(
              "training-runs/" + model.runId(),
              Words.of("train.models.run", String.valueOf(model.runId()))));
    }
    return new Card(Names.task(locale, task)).say(Names.taskAbout(locale, task)).flush(table);
  }

  private static Component link(Model model) {
    Link link = new Link("models/" + model.id(), "");
    link.add(Figures.modelBadge(model));
    return link;
  }

  /** Whose turn it is, or who released it. */
  private static String released(Model model) {
    if (model.state() == Model.State.REQUESTED) {
      return Words.of("train.models.waiting", model.requestedBy().orElse(""));
    }
    return model.approvedBy().map(by -> Words.of("train.models.approvedBy", by)).orElse("");
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
