package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.prepare.Snapshot;
import insight.prepare.SnapshotChange;
import insight.prepare.SnapshotChanges;
import insight.prepare.Snapshots;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Drift;
import insight.prepare.feature.Feature;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Facts;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What changed between a snapshot of customer features and an earlier one. */
@Route("snapshots/:snapshot([0-9]{1,18})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.PREPARE, title = "prepare.change.title")
public class SnapshotView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int EARLIER = 50;

  private final transient Snapshots snapshots;
  private final transient SnapshotChanges changes;
  private final ZoneId zone;

  @Inject
  public SnapshotView(Snapshots snapshots, SnapshotChanges changes, Settings settings) {
    this.snapshots = snapshots;
    this.changes = changes;
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    long id = Long.parseLong(event.getRouteParameters().get("snapshot").orElse("0"));
    Snapshot.Header header = snapshots.required(id);
    Optional<Long> since =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("since")
            .filter(s -> s.matches("[0-9]{1,18}"))
            .map(Long::valueOf)
            .or(() -> changes.before(id));
    if (since.isEmpty()) {
      add(header(header, Words.of("prepare.change.first")), new Card().body(first()));
    } else {
      show(header, changes.between(since.get(), id));
    }
  }

  private static EmptyState first() {
    return new EmptyState(
        Icons.COMPARE,
        Words.of("prepare.change.none"),
        Words.of("prepare.change.none.text"),
        Link.button("features", Words.of("prepare.features.title"), false));
  }

  private void show(Snapshot.Header header, SnapshotChange change) {
    long moved =
        change.features().stream()
            .filter(m -> m.drift() == Drift.SOME || m.drift() == Drift.STRONG)
            .count();
    add(
        header(header, Words.of("prepare.change.verdict", moved, when(change.before().cutoff()))),
        choose(header, change),
        new Card(Words.of("prepare.change.people")).body(people(change)));
    if (!change.redefined().isEmpty()) {
      add(new Note(Tone.WARNING, Words.of("prepare.change.redefined", names(change))));
    }
    add(
        new Card(Words.of("prepare.change.features"))
            .say(Words.of("prepare.change.say"))
            .flush(features(change)),
        new AsOf(change.now().cutoff(), zone)
            .source(
                Words.of(
                    "prepare.change.asof",
                    String.valueOf(change.before().id()),
                    String.valueOf(change.now().id()))));
  }

  private PageHeader header(Snapshot.Header header, String verdict) {
    return new PageHeader(Words.of("prepare.change.of", String.valueOf(header.id())))
        .crumb(Stage.PREPARE.words())
        .crumb(Words.of("prepare.snapshots.title"), "snapshots")
        .verdict(verdict);
  }

  private String when(java.time.Instant at) {
    return Times.moment(at, zone, Words.locale());
  }

  private Component choose(Snapshot.Header header, SnapshotChange change) {
    List<Snapshot.Header> earlier =
        snapshots.newest(EARLIER).stream()
            .filter(h -> h.id() < header.id() && h.definition().equals(header.definition()))
            .toList();
    Select<Snapshot.Header> select = new Select<>();
    select.setLabel(Words.of("prepare.change.since"));
    select.setItemLabelGenerator(
        h -> Words.of("prepare.change.choice", String.valueOf(h.id()), when(h.cutoff())));
    select.setItems(earlier);
    earlier.stream()
        .filter(h -> h.id() == change.before().id())
        .findFirst()
        .ifPresent(select::setValue);
    select.addValueChangeListener(
        chosen ->
            UI.getCurrent()
                .navigate("snapshots/" + header.id() + "?since=" + chosen.getValue().id()));
    select.setWidth("min(20rem, 100%)");
    Div bar = new Div(select);
    bar.addClassName("filters");
    return bar;
  }

  private static Facts people(SnapshotChange change) {
    return new Facts()
        .fact(Words.of("prepare.change.stayed"), whole(change.stayed()))
        .fact(Words.of("prepare.change.added"), whole(change.added()))
        .fact(Words.of("prepare.change.left"), whole(change.left()));
  }

  private static String whole(long n) {
    return Numbers.whole(n, Words.locale());
  }

  private static String names(SnapshotChange change) {
    return change.redefined().stream()
        .flatMap(id -> Catalogue.find(id).stream())
        .map(FeatureFormat::name)
        .collect(Collectors.joining(", "));
  }

  private static Table features(SnapshotChange change) {
    Table table =
        new Table(Words.of("prepare.change.features"))
            .column(Words.of("prepare.features.feature"))
            .column(Words.of("prepare.features.drift"))
            .optionalNumber(Words.of("prepare.change.meanBefore"))
            .number(Words.of("prepare.change.mean"))
            .optionalNumber(Words.of("prepare.change.missingBefore"))
            .optionalNumber(Words.of("prepare.features.missing"));
    Optional<String> currency = change.now().currency();
    for (SnapshotChange.Moved moved : change.features()) {
      Catalogue.find(moved.feature()).ifPresent(f -> table.row(row(f, moved, currency)));
    }
    return table;
  }

  private static Object[] row(
      Feature feature, SnapshotChange.Moved moved, Optional<String> currency) {
    return new Object[] {
      Table.twoLines(
          new Span(new Link("features/" + feature.id(), FeatureFormat.name(feature))),
          feature.id()),
      Table.twoLines(
          FeatureFormat.drift(moved.drift()), FeatureFormat.psi(Optional.of(moved.psi()))),
      FeatureFormat.value(feature, moved.meanBefore(), currency),
      FeatureFormat.value(feature, moved.mean(), currency),
      FeatureFormat.percent(moved.missingBefore()),
      FeatureFormat.percent(moved.missing())
    };
  }
}
