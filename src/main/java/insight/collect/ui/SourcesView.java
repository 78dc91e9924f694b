package insight.collect.ui;

import static java.util.Comparator.comparing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import insight.collect.Coverage;
import insight.collect.Coverages;
import insight.collect.Deliveries;
import insight.collect.Imports;
import insight.collect.Source;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.kernel.Countries;
import insight.kernel.Numbers;
import insight.runtime.Jobs;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;

/** Where events come from. */
@Route("sources")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, order = 1, title = "collect.ui.sources")
public class SourcesView extends PageBody {
  private static final long serialVersionUID = 1L;

  private final transient Sources sources;
  private final transient Deliveries deliveries;
  private final transient Imports imports;
  private final transient Jobs jobs;
  private final ZoneId zone;

  @Inject
  public SourcesView(
      Sources sources,
      Deliveries deliveries,
      Imports imports,
      Jobs jobs,
      Coverages coverages,
      Settings settings) {
    this.sources = sources;
    this.deliveries = deliveries;
    this.imports = imports;
    this.jobs = jobs;
    this.zone = settings.zone();
    List<Source> all = sources.list();
    List<Source> shops = all.stream().filter(s -> s.kind() != SourceKind.PORTAL).toList();
    add(
        new PageHeader(Words.of("collect.ui.sources"))
            .crumb(Stage.COLLECT.words())
            .verdict(verdict(shops.size(), delivering(shops), coverages.now()))
            .actions(Link.button("sources/new", Words.of("collect.ui.new"), true)),
        shops.isEmpty() ? empty() : new Card().flush(table(all)));
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

  private Table table(List<Source> all) {
    Table table =
        new Table(Words.of("collect.ui.sources"))
            .column(Words.of("collect.ui.source"))
            .column(Words.of("collect.ui.kind"))
            .optional(Words.of("collect.ui.place"))
            .number(Words.of("collect.ui.stored"))
            .optionalNumber(Words.of("collect.ui.rejected"))
            .column(Words.of("collect.ui.last"));
    for (Source source : builtInLast(all)) {
      Deliveries.Counts counts = deliveries.of(source.id());
      table.row(
          name(source),
          SourceWords.kind(source),
          place(source),
          Numbers.whole(counts.accepted(), Words.locale()),
          Numbers.whole(counts.rejected(), Words.locale()),
          last(source));
    }
    return table;
  }

  private static List<Source> builtInLast(List<Source> all) {
    return all.stream().sorted(comparing(s -> s.kind() == SourceKind.PORTAL)).toList();
  }

  /** How the newest file of a source came in, and until when its events reach. */
  private Component last(Source source) {
    return imports.of(source.id(), 1).stream()
        .findFirst()
        .<Component>map(
            file ->
                Table.twoLines(
                    ImportTable.badge(jobs.required(file.id()), file),
                    file.last()
                        .map(
                            at ->
                                Words.of("collect.ui.upTo", Times.moment(at, zone, Words.locale())))
                        .orElse("")))
        .orElseGet(() -> new Span("–"));
  }

  private static Component name(Source source) {
    Link link = new Link("sources/" + source.id(), source.name());
    return source.synthetic()
        ? new Span(link, Badge.accent(Words.of("collect.ui.synthetic")))
        : link;
  }

  private static String place(Source source) {
    if (source.kind() == SourceKind.PORTAL) {
      return "–";
    }
    return source.country().map(c -> Countries.display(c, Words.locale()) + " · ").orElse("")
        + source.timeZone().getId()
        + " · "
        + source.currency();
  }
}
