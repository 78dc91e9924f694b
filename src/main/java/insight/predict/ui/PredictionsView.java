package insight.predict.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.predict.Band;
import insight.predict.ChurnDefinition;
import insight.predict.ChurnScores;
import insight.predict.ChurnWords;
import insight.predict.Scoring;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.chart.BarChart;
import insight.shell.chart.Unit;
import insight.shell.part.AsOf;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Words;
import insight.train.Model;
import insight.train.Models;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who is likely to leave: how the probabilities lie, and those most likely to, with reasons. */
@Route("predictions")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.UNDERSTAND, title = "predict.title", order = 40)
public class PredictionsView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private static final String FROM = "from";
  private static final int USUAL = 70;
  private static final int LISTED = 25;
  private static final int REASONS = 2;

  private final transient ChurnScores scores;
  private final transient Models models;
  private final transient Snapshots snapshots;
  private final transient Grant grant;
  private final ZoneId zone;

  @Inject
  public PredictionsView(
      ChurnScores scores,
      Models models,
      Snapshots snapshots,
      Grants grants,
      Callers callers,
      Settings settings) {
    this.scores = scores;
    this.models = models;
    this.snapshots = snapshots;
    this.grant = grants.of(callers.required(), Purpose.PERSONALISATION);
    this.zone = settings.zone();
  }

  /** Shows those from the probability {@code ?from=70} (percent) on. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    PageHeader header = new PageHeader(Words.of("predict.title")).crumb(Stage.UNDERSTAND.words());
    add(header);
    Optional<Scoring> newest = scores.newest();
    Optional<ChurnDefinition> definition = scores.definition();
    if (newest.isEmpty() || definition.isEmpty()) {
      header.verdict(Words.of("predict.none"));
      add(new Card().flush(empty()));
      return;
    }
    int from =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(FROM)
            .filter(text -> text.matches("\\d{1,2}|100"))
            .map(Integer::valueOf)
            .orElse(USUAL);
    header.verdict(definition.get().words(Words.locale()));
    models.find(newest.get().modelId()).ifPresent(m -> header.badges(model(m)));
    show(newest.get(), from);
  }

  private static Component empty() {
    return new EmptyState(
        Icons.FLASK,
        Words.of("predict.empty.title"),
        Words.of("predict.none"),
        Link.button("training-runs?new=predict-churn", Words.of("predict.empty.button"), true));
  }

  private static Component model(Model model) {
    Link link = new Link("models/" + model.id(), "");
    link.add(Badge.good(Words.of("predict.model.version", model.number())));
    return link;
  }

  private void show(Scoring scoring, int from) {
    double least = from / 100.0;
    long count = scores.count(scoring, least, grant);
    Card bars =
        new Card(Words.of("predict.bars.title"))
            .aside(threshold(from))
            .say(
                Words.of(
                    "predict.say",
                    whole(count),
                    whole(scoring.people()),
                    Numbers.percent(least, 0, Words.locale())))
            .body(chart(scoring));
    Card list = new Card(Words.of("predict.list.title")).flush(ranking(scoring, least));
    add(Columns.stack(bars, list));
    add(
        new AsOf(scoring.cutoff(), zone)
            .source(Words.of("predict.bars.people") + ": " + whole(scoring.people())));
  }

  private static IntegerField threshold(int from) {
    IntegerField field = new IntegerField(Words.of("predict.threshold"));
    field.setSuffixComponent(new Span("%"));
    field.setMin(0);
    field.setMax(100);
    field.setStep(5);
    field.setStepButtonsVisible(true);
    field.setValue(from);
    field.addValueChangeListener(
        change -> {
          if (change.getValue() != null && !field.isInvalid()) {
            UI.getCurrent()
                .navigate(
                    PredictionsView.class,
                    QueryParameters.of(FROM, String.valueOf(change.getValue())));
          }
        });
    return field;
  }

  private Component chart(Scoring scoring) {
    List<ChurnScores.Bar> bars = scores.bars(scoring, grant);
    return new BarChart(
            Words.of("predict.bars.title"),
            Words.of("predict.bars.title"),
            Unit.count(),
            Words.of("predict.bars.x"),
            bars.stream().map(b -> Numbers.percent(b.from(), 0, Words.locale())).toList())
        .bars(
            Words.of("predict.bars.people"),
            1,
            bars.stream().map(b -> (double) b.people()).toList())
        .height(220)
        .build();
  }

  private Component ranking(Scoring scoring, double least) {
    Optional<String> currency =
        snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES).flatMap(Snapshot.Header::currency);
    Table table =
        new Table(Words.of("predict.list.title"))
            .column(Words.of("predict.list.customer"))
            .number(Words.of("predict.list.probability"))
            .column(Words.of("predict.list.band"))
            .optional(Words.of("predict.list.why"));
    for (ChurnScores.Ranked each : scores.ranking(scoring, least, grant, 0, LISTED)) {
      table.row(
          new Link("customers/" + each.customer(), each.customer().brief()),
          Numbers.percent(each.probability(), 0, Words.locale()),
          badge(Band.of(each.probability())),
          why(each, currency));
    }
    return table;
  }

  private String why(ChurnScores.Ranked each, Optional<String> currency) {
    return scores
        .of(each.customer(), grant)
        .map(
            s ->
                s.reasons().stream()
                    .limit(REASONS)
                    .map(r -> ChurnWords.reason(r, currency, Words.locale()))
                    .toList())
        .map(reasons -> String.join("; ", reasons))
        .orElse("–");
  }

  static Badge badge(Band band) {
    String word = Words.of(band.key());
    return switch (band) {
      case HIGH -> Badge.bad(word);
      case MEDIUM -> Badge.warning(word);
      case LOW -> Badge.good(word);
    };
  }

  private static String whole(long number) {
    return Numbers.whole(number, Words.locale());
  }
}
