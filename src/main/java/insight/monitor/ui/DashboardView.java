package insight.monitor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.monitor.Dashboard;
import insight.monitor.Dashboards;
import insight.monitor.Kpi;
import insight.monitor.Origins;
import insight.monitor.Reporting;
import insight.monitor.Targets;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.shell.NavbarFilters;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Buttons;
import insight.shell.part.Chip;
import insight.shell.part.Choice;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.PeriodBar;
import insight.shell.part.PeriodChoice;
import insight.shell.part.Times;
import insight.shell.part.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The shop in figures: what moved, against which target, and what waits for someone. */
@Route("dashboard")
@PermitAll
@Page(stage = Stage.HOME, title = "monitor.dashboard.title", order = 1, icon = Icons.CHART)
public class DashboardView extends PageBody implements BeforeEnterObserver, NavbarFilters {
  private static final long serialVersionUID = 1L;

  /** The parameter that names the figure whose evidence is open. */
  private static final String FIGURE = "figure";

  private final transient Dashboards dashboards;
  private final transient Targets targets;
  private final transient Origins origins;
  private final transient Grants grants;
  private final transient Caller caller;
  private final transient Clock clock;
  private final PeriodBar bar = new PeriodBar();
  private transient Optional<PeriodChoice> shown = Optional.empty();
  private transient Optional<Dashboard> dashboard = Optional.empty();

  @Inject
  public DashboardView(
      Dashboards dashboards,
      Targets targets,
      Origins origins,
      Grants grants,
      Callers callers,
      Clock clock) {
    this.dashboards = dashboards;
    this.targets = targets;
    this.origins = origins;
    this.grants = grants;
    this.caller = callers.required();
    this.clock = clock;
  }

  @Override
  public Component navbarFilters() {
    return bar;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters url = event.getLocation().getQueryParameters();
    Optional<Reporting.Basis> basis = dashboards.basis();
    if (basis.isEmpty()) {
      removeAll();
      add(new PageHeader(Words.of("monitor.dashboard.title")), empty());
      return;
    }
    PeriodChoice choice = PeriodChoice.read(url, PeriodChoice.of(basis.get().usual()));
    Optional<Kpi> figure = url.getSingleParameter(FIGURE).flatMap(Kpi::of);
    if (figure.isEmpty() || !shown.equals(Optional.of(choice))) {
      show(basis.get(), choice);
    }
    figure.ifPresent(this::explain);
  }

  private void show(Reporting.Basis basis, PeriodChoice choice) {
    Locale locale = Words.locale();
    shown = Optional.of(choice);
    bar.show(
        choice,
        basis.newestDay(),
        basis.countries().stream()
            .map(code -> new Choice(code, PeriodBar.countryName(code, locale)))
            .toList());
    Dashboard found =
        dashboards.of(
            basis,
            choice.period(),
            choice.compared(),
            choice.country(),
            grants.of(caller, Purpose.ANALYSIS));
    dashboard = Optional.of(found);
    removeAll();
    RankingCards rankings = new RankingCards(found);
    add(
        header(found),
        filters(found),
        Columns.four(new KpiCards(found, kpi -> path(choice, kpi)).all()),
        Columns.wideAndNarrow(
            new RevenueCard(found, choice.compareWords()).card(), rankings.countries()),
        Columns.wideAndNarrow(rankings.products(), AttentionCard.of(found, clock.instant())),
        asOf(basis, locale));
  }

  private PageHeader header(Dashboard found) {
    PageHeader header =
        new PageHeader(Words.of("monitor.dashboard.title"))
            .verdict(DashboardVerdict.of(found, Words.locale()));
    boolean sets = caller.is(Role.OPERATIONS) || caller.is(Role.MANAGER);
    return sets
        ? header.actions(Buttons.plain(Words.of("monitor.targets.set"), () -> setTargets(found)))
        : header;
  }

  private void setTargets(Dashboard found) {
    new TargetDialog(
            targets,
            found.question().period(),
            found.question().currency(),
            caller,
            () -> shown.ifPresent(choice -> show(found.basis(), choice)))
        .open();
  }

  /** What the figures hold that is easily overlooked. */
  private static Div filters(Dashboard found) {
    Div filters = new Div();
    filters.addClassName("filters");
    long anonymous = found.now().anonymousMinor();
    if (anonymous > 0) {
      filters.add(
          new Chip(
              Words.of(
                  "monitor.anonymous",
                  KpiWords.money(anonymous, found.question().currency(), Words.locale()))));
    }
    filters.setVisible(anonymous > 0);
    return filters;
  }

  private static String path(PeriodChoice choice, Kpi kpi) {
    Map<String, List<String>> query =
        new LinkedHashMap<>(choice.write(QueryParameters.empty()).getParameters());
    query.put(FIGURE, List.of(kpi.id()));
    return "dashboard?" + new QueryParameters(query).getQueryString();
  }

  private void explain(Kpi kpi) {
    dashboard.ifPresent(found -> KpiEvidence.of(kpi, found, origins.of(found.question())).open());
  }

  private static AsOf asOf(Reporting.Basis basis, Locale locale) {
    return new AsOf(basis.newest(), basis.zone())
        .source(
            Words.of(
                "monitor.asof.source",
                Times.day(basis.firstDay(), locale),
                Numbers.whole(basis.countries().size(), locale),
                basis.currency()));
  }

  private EmptyState empty() {
    boolean may = caller.is(Role.OPERATIONS) || caller.is(Role.ADMIN);
    Component[] actions =
        may
            ? new Component[] {Link.button("sources", Words.of("monitor.empty.action"), true)}
            : new Component[0];
    return new EmptyState(
        Icons.DATABASE,
        Words.of("monitor.empty.title"),
        Words.of(may ? "monitor.empty.text" : "monitor.empty.ask"),
        actions);
  }
}
