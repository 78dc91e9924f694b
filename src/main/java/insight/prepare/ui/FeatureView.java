package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.prepare.FeatureFigure;
import insight.prepare.FeatureFigures;
import insight.prepare.FeatureUse;
import insight.prepare.Features;
import insight.prepare.Snapshots;
import insight.prepare.feature.Feature;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One feature: words and SQL, how it lies, how it moved over the last snapshots, who uses it. */
@Route("features/:feature([a-zA-Z0-9]{1,40})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.PREPARE, title = "prepare.features.title")
public class FeatureView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int SNAPSHOTS = 12;

  private final transient Features features;
  private final transient FeatureFigures figures;
  private final transient Snapshots snapshots;
  private final transient Callers callers;
  private final ZoneId zone;
  private String id = "";

  @Inject
  public FeatureView(
      Features features,
      FeatureFigures figures,
      Snapshots snapshots,
      Callers callers,
      Settings settings) {
    this.features = features;
    this.figures = figures;
    this.snapshots = snapshots;
    this.callers = callers;
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("feature").orElse("");
    show();
  }

  private void show() {
    removeAll();
    Feature feature = features.required(id);
    Optional<Features.Deprecated> deprecated = Optional.ofNullable(features.deprecated().get(id));
    List<FeatureFigure> history = figures.history(id, SNAPSHOTS);
    add(header(feature, deprecated));
    deprecated.ifPresent(d -> add(why(d)));
    List<FeatureCharts.Dated> dated =
        history.stream()
            .map(f -> new FeatureCharts.Dated(f, snapshots.required(f.snapshotId())))
            .toList();
    FeatureCharts charts = new FeatureCharts(feature, dated, zone);
    List<Component> main = new ArrayList<>();
    main.add(dated.isEmpty() ? new Card().body(empty()) : charts.distribution());
    charts.course().ifPresent(main::add);
    main.add(definition(feature));
    add(
        Columns.withSide(
            Columns.stack(main.toArray(Component[]::new)),
            Columns.stack(about(feature, dated), uses())));
    dated.stream()
        .findFirst()
        .map(FeatureCharts.Dated::header)
        .ifPresent(
            h ->
                add(
                    new AsOf(h.cutoff(), zone)
                        .source(
                            Words.of(
                                "prepare.features.asof",
                                String.valueOf(h.id()),
                                Numbers.whole(h.rows(), Words.locale())))));
  }

  private PageHeader header(Feature feature, Optional<Features.Deprecated> deprecated) {
    PageHeader header =
        new PageHeader(FeatureFormat.name(feature))
            .crumb(Stage.PREPARE.words())
            .crumb(Words.of("prepare.features.title"), "features")
            .verdict(FeatureFormat.about(feature));
    List<Component> badges = new ArrayList<>();
    badges.add(Badge.outline(Texts.of(Words.locale(), feature.family().key())));
    if (feature.personal()) {
      badges.add(Badge.outline(Words.of("prepare.features.personal")));
    }
    deprecated.ifPresent(d -> badges.add(Badge.warning(Words.of("prepare.features.deprecated"))));
    header.badges(badges.toArray(Component[]::new));
    return header.actions(
        deprecated.isPresent()
            ? Buttons.plain(Words.of("prepare.features.restore"), this::restore)
            : Buttons.plain(
                Words.of("prepare.features.deprecate"),
                () ->
                    new DeprecateDialog(features, feature, callers.required(), this::show).open()));
  }

  private void restore() {
    try {
      features.restore(id, callers.required());
      show();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private Note why(Features.Deprecated deprecated) {
    return new Note(
        Tone.WARNING,
        Words.of(
            "prepare.features.deprecated.why",
            deprecated.saidBy(),
            Times.moment(deprecated.since(), zone, Words.locale()),
            deprecated.reason()));
  }

  private static EmptyState empty() {
    return new EmptyState(
        Icons.DATABASE,
        Words.of("prepare.features.never"),
        Words.of("prepare.features.never.text"),
        Link.button("features", Words.of("prepare.features.title"), false));
  }

  private static Card definition(Feature feature) {
    Pre code = new Pre(feature.definition());
    code.getElement().setAttribute("tabindex", "0");
    code.getStyle().set("overflow", "auto").set("white-space", "pre-wrap");
    return new Card(Words.of("prepare.features.sql"))
        .say(Words.of("prepare.features.sql.say", Texts.of(Words.locale(), feature.grain().key())))
        .body(code);
  }

  private static Card about(Feature feature, List<FeatureCharts.Dated> dated) {
    Optional<FeatureCharts.Dated> newest = dated.stream().findFirst();
    Optional<String> currency = newest.flatMap(d -> d.header().currency());
    KeyValues rows =
        new KeyValues()
            .row(Words.of("prepare.features.id"), feature.id())
            .row(
                Words.of("prepare.features.window"),
                Texts.of(Words.locale(), feature.window().key()))
            .row(Words.of("prepare.features.unit"), FeatureFormat.unit(feature, currency));
    newest
        .map(FeatureCharts.Dated::figure)
        .ifPresent(
            f -> {
              rows.row(Words.of("prepare.features.n"), Numbers.whole(f.n(), Words.locale()))
                  .row(Words.of("prepare.features.missing"), FeatureFormat.percent(f.missing()));
              if (feature.measure().numeric()) {
                row(rows, "prepare.features.mean", feature, f.mean(), currency);
                row(rows, "prepare.features.median", feature, f.median(), currency);
                row(rows, "prepare.features.deviation", feature, f.deviation(), currency);
                row(rows, "prepare.features.least", feature, f.least(), currency);
                row(rows, "prepare.features.most", feature, f.most(), currency);
              }
              rows.row(
                  Words.of("prepare.features.drift"),
                  FeatureFormat.drift(f.drift()),
                  new Span(" " + FeatureFormat.psi(f.psi())));
            });
    return new Card(Words.of("prepare.features.figures")).body(rows);
  }

  private static void row(
      KeyValues rows,
      String key,
      Feature feature,
      Optional<Double> value,
      Optional<String> currency) {
    rows.row(Texts.of(Words.locale(), key), FeatureFormat.value(feature, value, currency));
  }

  private Card uses() {
    List<FeatureUse.Use> uses = features.uses().getOrDefault(id, List.of());
    Card card = new Card(Words.of("prepare.features.usedBy"));
    if (uses.isEmpty()) {
      return card.body(new Span(Words.of("prepare.features.unused")));
    }
    KeyValues rows = new KeyValues();
    uses.forEach(
        use ->
            rows.row(
                Words.of(use.live() ? "prepare.features.live" : "prepare.features.notLive"),
                new Link(use.path(), use.name().apply(Words.locale()))));
    return card.body(rows);
  }
}
