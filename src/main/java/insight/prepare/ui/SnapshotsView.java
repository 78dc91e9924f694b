package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.prepare.FreezeJob;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.runtime.Jobs;
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
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The frozen training data: what it holds, up to when, and which run uses it. */
@Route("snapshots")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.PREPARE, order = 1, title = "prepare.snapshots.title")
public class SnapshotsView extends PageBody {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  private final ZoneId zone;

  @Inject
  public SnapshotsView(Snapshots snapshots, Jobs jobs, Settings settings) {
    this.zone = settings.zone();
    List<Snapshot.Header> newest = snapshots.newest(SHOWN);
    add(
        new PageHeader(Words.of("prepare.snapshots.title"))
            .crumb(Stage.PREPARE.words())
            .verdict(Words.of("prepare.snapshots.about")),
        new Card().flush(newest.isEmpty() ? empty() : table(newest, snapshots, jobs)));
  }

  private static Component empty() {
    return new EmptyState(
        Icons.DATABASE,
        Words.of("prepare.snapshots.empty.title"),
        Words.of("prepare.snapshots.empty.text"),
        Link.button("training-runs?new", Words.of("prepare.snapshots.empty.action"), true));
  }

  private Table table(List<Snapshot.Header> newest, Snapshots snapshots, Jobs jobs) {
    Locale locale = Words.locale();
    Table table =
        new Table(Words.of("prepare.snapshots.title"))
            .column(Words.of("prepare.snapshots.kind"))
            .column(Words.of("prepare.snapshots.period"))
            .number(Words.of("prepare.snapshots.rows"))
            .optional(Words.of("prepare.snapshots.hash"))
            .optional(Words.of("prepare.snapshots.made"))
            .column(Words.of("prepare.snapshots.usedBy"));
    for (Snapshot.Header header : newest) {
      table.row(
          kind(header),
          period(header, locale),
          rows(header, snapshots.remarks(header.id()), locale),
          hash(header),
          Table.twoLines(
              new Span(header.createdBy()), Times.moment(header.createdAt(), zone, locale)),
          used(header, jobs));
    }
    return table;
  }

  /** The run it was frozen for, or that somebody asked for it; and the way to what changed. */
  private static Component used(Snapshot.Header header, Jobs jobs) {
    boolean asked = jobs.find(header.id()).filter(j -> j.kind().equals(FreezeJob.KIND)).isPresent();
    Component by =
        asked
            ? new Span(Words.of("prepare.snapshots.asked"))
            : new Link(
                "training-runs/" + header.id(),
                Words.of("prepare.snapshots.run", String.valueOf(header.id())));
    Span cell = new Span(by);
    if (header.definition().equals("customer-features/2")) {
      Span change =
          new Span(new Link("snapshots/" + header.id(), Words.of("prepare.change.title")));
      change.addClassName("sub");
      cell.add(change);
    }
    return cell;
  }

  private static Component kind(Snapshot.Header header) {
    String word = header.kind().word();
    return Table.twoLines(
        new Span(Words.of("prepare.kind." + word)), Words.of("prepare.kind." + word + ".about"));
  }

  private String period(Snapshot.Header header, Locale locale) {
    String end = Times.moment(header.cutoff(), zone, locale);
    return header
        .from()
        .map(from -> Words.of("prepare.period.range", Times.moment(from, zone, locale), end))
        .orElse(Words.of("prepare.period.upTo", end));
  }

  private static Component rows(Snapshot.Header header, Snapshots.Remarks remarks, Locale locale) {
    StringBuilder more = new StringBuilder(header.currency().orElse(""));
    if (remarks.leftOut() > 0) {
      more.append(" · ")
          .append(Words.of("prepare.snapshots.leftOut", Numbers.whole(remarks.leftOut(), locale)));
    }
    if (remarks.erased() > 0) {
      more.append(" · ")
          .append(Words.of("prepare.snapshots.erased", Numbers.whole(remarks.erased(), locale)));
    }
    return Table.twoLines(new Span(Numbers.whole(header.rows(), locale)), more.toString());
  }

  private static Component hash(Snapshot.Header header) {
    Span hash = new Span(header.hash().substring(0, 12) + "…");
    hash.addClassName("num");
    hash.getElement().setAttribute("title", header.hash());
    return Table.twoLines(hash, header.definition());
  }
}
