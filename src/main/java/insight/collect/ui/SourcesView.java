package insight.collect.ui;

import static java.util.Comparator.comparing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import insight.collect.Coverage;
import insight.collect.Coverages;
import insight.collect.Deliveries;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.Source;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.collect.Volumes;
import insight.runtime.Jobs;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Times;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where events come from. */
@Route("sources")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, order = 1, title = "collect.ui.sources")
public class SourcesView extends PageBody {
  private static final long serialVersionUID = 1L;

  private final transient Sources sources;
  private final transient Deliveries deliveries;
  private final transient Imports imports;
  private final transient Volumes volumes;
  private final transient Jobs jobs;
  private final ZoneId zone;

  @Inject
  public SourcesView(
      Sources sources,
      Deliveries deliveries,
      Imports imports,
      Volumes volumes,
      Jobs jobs,
      Coverages coverages,
      Settings settings) {
    this.sources = sources;
    this.deliveries = deliveries;
    this.imports = imports;
    this.volumes = volumes;
    this.jobs = jobs;
    this.zone = settings.zone();
    List<Source> all = sources.list();
    List<Source> shops = all.stream().filter(s -> s.kind() != SourceKind.PORTAL).toList();
    add(
        new PageHeader(Words.of("collect.ui.sources"))
            .crumb(Stage.COLLECT.words())
            .verdict(verdict(shops.size(), delivering(shops), coverages.now()))
            .actions(Link.button("sources/new", Words.of("collect.ui.new"), true)),
        shops.isEmpty() ? empty() : cards(all));
  }

  private long delivering(List<Source> shops) {
    return shops.stream().filter(s -> deliveries.of(s.id()).accepted() > 0).count();
  }

  private String verdict(int shops, long delivering, Coverage coverage) {
    if (shops == 0) {
      return Words.of("collect.ui.verdict.none");
    }
    return coverage
        .newest()
        .map(
            newest ->
                Words.of(
                    "collect.ui.verdict.some",
                    delivering,
                    Times.moment(newest, zone, Words.locale())))
        .orElseGet(() -> Words.of("collect.ui.verdict.noData", shops));
  }

  private Component empty() {
    return new EmptyState(
        Icons.DATABASE,
        Words.of("collect.ui.none"),
        Words.of("collect.ui.none.text"),
        Link.button("sources/new", Words.of("collect.ui.new"), true));
  }

  private Component cards(List<Source> all) {
    Map<Integer, List<Long>> lately = volumes.lately();
    List<Component> cards = new ArrayList<>();
    for (Source source : builtInLast(all)) {
      Optional<Import> newest = imports.of(source.id(), 1).stream().findFirst();
      cards.add(
          new SourceCard(sources.details(source.id()), newest, zone)
              .card(
                  deliveries.of(source.id()).accepted(),
                  newest.flatMap(file -> jobs.find(file.id())),
                  lately.getOrDefault(source.id(), List.of())));
    }
    return Columns.three(cards.toArray(Component[]::new));
  }

  private static List<Source> builtInLast(List<Source> all) {
    return all.stream().sorted(comparing(s -> s.kind() == SourceKind.PORTAL)).toList();
  }
}
