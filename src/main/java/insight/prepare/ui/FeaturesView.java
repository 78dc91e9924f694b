package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.prepare.FeatureFigures;
import insight.prepare.Features;
import insight.prepare.FreezeJob;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Drift;
import insight.prepare.feature.Family;
import insight.prepare.feature.Feature;
import insight.runtime.Callers;
import insight.runtime.Jobs;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Tabs;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the portal can say of a person: what it means, how it lies, what moved, who uses it. */
@Route("features")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.PREPARE, order = 2, title = "prepare.features.title")
public class FeaturesView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Features features;
  private final transient FeatureFigures figures;
  private final transient Snapshots snapshots;
  private final transient FreezeJob.Asking asking;
  private final transient Callers callers;
  private final transient FreezeCard freezing;
  private final ZoneId zone;
  private transient FeatureChoice choice = new FeatureChoice(Optional.empty(), "");

  @Inject
  public FeaturesView(
      Features features,
      FeatureFigures figures,
      Snapshots snapshots,
      FreezeJob.Asking asking,
      Callers callers,
      Jobs jobs,
      Signals signals,
      Clock clock,
      Settings settings) {
    this.features = features;
    this.figures = figures;
    this.snapshots = snapshots;
    this.asking = asking;
    this.callers = callers;
    this.zone = settings.zone();
    this.freezing = new FreezeCard(jobs, signals, clock, zone, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    choice = FeatureChoice.read(event.getLocation().getQueryParameters());
    show();
  }

  private void show() {
    removeAll();
    Optional<Snapshot.Header> header =
        snapshots
            .newest(Snapshot.Kind.CUSTOMER_FEATURES)
            .filter(h -> !figures.of(h.id()).isEmpty());
    FeatureTable.Known known =
        new FeatureTable.Known(
            header,
            header.map(h -> figures.of(h.id())).orElse(Map.of()),
            features.deprecated(),
            features.uses());
    add(header(known), freezing, filters(), list(known));
    header.ifPresent(
        h ->
            add(
                new AsOf(h.cutoff(), zone)
                    .source(
                        Words.of(
                            "prepare.features.asof",
                            String.valueOf(h.id()),
                            Numbers.whole(h.rows(), Words.locale())))
                    .link("snapshots/" + h.id(), Words.of("prepare.features.change"))));
  }

  private PageHeader header(FeatureTable.Known known) {
    long moved =
        known.figures().values().stream()
            .filter(f -> f.drift() == Drift.SOME || f.drift() == Drift.STRONG)
            .count();
    return new PageHeader(Words.of("prepare.features.title"))
        .crumb(Stage.PREPARE.words())
        .verdict(
            known.header().isEmpty()
                ? Words.of("prepare.features.about", Catalogue.all().size())
                : Words.of("prepare.features.verdict", Catalogue.all().size(), moved))
        .actions(Buttons.primary(Words.of("prepare.features.freeze"), this::freeze));
  }

  private void freeze() {
    try {
      asking.freeze(Optional.empty(), callers.required().name());
      freezing.refresh();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private Component filters() {
    Tabs tabs = new Tabs(Words.of("prepare.features.families"));
    tabs.tab(
        Words.of("prepare.features.all"),
        path(new FeatureChoice(Optional.empty(), choice.search())),
        choice.family().isEmpty());
    for (Family family : Family.values()) {
      tabs.tab(
          Texts.of(Words.locale(), family.key()),
          path(new FeatureChoice(Optional.of(family), choice.search())),
          choice.family().filter(f -> f == family).isPresent());
    }
    TextField search = new TextField(Words.of("prepare.features.search"));
    search.setValue(choice.search());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(
        typed ->
            UI.getCurrent()
                .navigate(
                    FeaturesView.class,
                    new FeatureChoice(choice.family(), typed.getValue().strip()).parameters()));
    Div bar = new Div(search);
    bar.addClassName("filters");
    return new Div(tabs, bar);
  }

  private static String path(FeatureChoice choice) {
    String query = choice.parameters().getQueryString();
    return "features" + (query.isEmpty() ? "" : "?" + query);
  }

  private Component list(FeatureTable.Known known) {
    List<Feature> shown = Catalogue.all().stream().filter(choice::shows).toList();
    if (shown.isEmpty()) {
      return new Card()
          .body(
              new EmptyState(
                  Icons.SEARCH,
                  Words.of("prepare.features.none"),
                  Words.of("prepare.features.none.text"),
                  Link.button("features", Words.of("prepare.features.none.all"), false)));
    }
    return new Card().flush(FeatureTable.of(shown, known));
  }
}
