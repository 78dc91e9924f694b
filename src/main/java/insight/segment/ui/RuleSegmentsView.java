package insight.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.segment.RuleSegment;
import insight.segment.RuleSegments;
import insight.segment.rule.RuleWords;
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

/** The groups that people wrote rules for: what they are for, how big, since when. */
@Route("rule-segments")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.UNDERSTAND, title = "segment.rules.title", order = 20)
public class RuleSegmentsView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient RuleSegments segments;
  private final boolean mayWrite;
  private final ZoneId zone;

  @Inject
  public RuleSegmentsView(RuleSegments segments, Callers callers, Settings settings) {
    this.segments = segments;
    this.zone = settings.zone();
    this.mayWrite = callers.required().is(Role.OPERATIONS) || callers.required().is(Role.ADMIN);
  }

  /** Shows those in use; with {@code ?archived=true} the others. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    boolean archived =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("archived")
            .map(Boolean::parseBoolean)
            .orElse(false);
    List<RuleSegment> all = segments.list(archived);
    removeAll();
    PageHeader header =
        new PageHeader(Words.of("segment.rules.title"))
            .crumb(Stage.UNDERSTAND.words())
            .verdict(Words.of("segment.rules.about"));
    Link other =
        Link.button(
            archived ? "rule-segments" : "rule-segments?archived=true",
            Words.of(archived ? "segment.rules.current" : "segment.rules.archived"),
            false);
    if (mayWrite) {
      header.actions(
          other, Link.button("rule-segments/new", Words.of("segment.rule.form.new"), true));
    } else {
      header.actions(other);
    }
    add(header, new Card().flush(all.isEmpty() ? empty() : table(all)));
  }

  private static Component empty() {
    return new EmptyState(
        Icons.PEOPLE, Words.of("segment.rules.none"), Words.of("segment.rules.none.text"));
  }

  private Component table(List<RuleSegment> all) {
    Table table =
        new Table(Words.of("segment.rules.title"))
            .column(Words.of("segment.rule.form.name"))
            .column(Words.of("segment.rule.form.aim"))
            .number(Words.of("segment.rules.size"))
            .number(Words.of("segment.rules.change"))
            .optionalNumber(Words.of("segment.rules.revenue"))
            .optional(Words.of("segment.rules.owner"))
            .optional(Words.of("segment.rules.asof"));
    all.forEach(segment -> row(table, segment));
    return table;
  }

  private void row(Table table, RuleSegment segment) {
    table.row(
        Table.twoLines(
            new Link("rule-segments/" + segment.id(), segment.name()),
            RuleWords.of(segment.rule(), Words.locale())),
        Words.of(segment.aim().key()),
        segment
            .newest()
            .map(
                run ->
                    Numbers.whole(run.size(), Words.locale())
                        + " · "
                        + Numbers.percent(run.share(), 1, Words.locale()))
            .orElse("–"),
        change(segment),
        segment
            .newest()
            .map(run -> Numbers.percent(run.revenueShare(), 1, Words.locale()))
            .orElse("–"),
        segment.owner(),
        segment.newest().map(run -> Times.moment(run.cutoff(), zone, Words.locale())).orElse("–"));
  }

  /** Against the count before, of the same definition. */
  private static String change(RuleSegment segment) {
    List<RuleSegment.Run> same =
        segment.runs().stream().filter(run -> run.version() == segment.version()).toList();
    if (same.size() < 2) {
      return "–";
    }
    long difference = same.get(0).size() - same.get(1).size();
    return (difference > 0 ? "+" : "") + Numbers.whole(difference, Words.locale());
  }
}
