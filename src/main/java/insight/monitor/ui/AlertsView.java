package insight.monitor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.monitor.Alert;
import insight.monitor.AlertChanged;
import insight.monitor.AlertRuleChanged;
import insight.monitor.AlertRules;
import insight.monitor.Alerts;
import insight.monitor.Reporting;
import insight.monitor.Severity;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Signals;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Choice;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.KpiCard;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Switch;
import insight.shell.part.Times;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What fired, who takes it on, and the rules that watch. Changes show by themselves. */
@Route("alerts")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.WATCH, title = "monitor.alerts.title", order = 1)
public class AlertsView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  private final transient Alerts alerts;
  private final transient AlertRules rules;
  private final transient Reporting reporting;
  private final transient Signals signals;
  private final transient Clock clock;
  private final transient Caller caller;
  private final boolean mayAct;
  private final transient List<Runnable> subscriptions = new ArrayList<>();
  private Shown shown = Shown.OPEN;
  private transient Optional<Long> opened = Optional.empty();

  /** Which alerts the list shows. */
  private enum Shown {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED;

    Set<Alert.State> states() {
      return switch (this) {
        case OPEN -> Alert.State.OPEN;
        case ACKNOWLEDGED -> EnumSet.of(Alert.State.ACKNOWLEDGED);
        case RESOLVED -> EnumSet.of(Alert.State.RESOLVED);
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Shown of(String word) {
      for (Shown shown : values()) {
        if (shown.word().equals(word)) {
          return shown;
        }
      }
      throw Refused.invalid("/state", "monitor.alert.state.unknown", word);
    }
  }

  @Inject
  public AlertsView(
      Alerts alerts,
      AlertRules rules,
      Reporting reporting,
      Signals signals,
      Callers callers,
      Clock clock) {
    this.alerts = alerts;
    this.rules = rules;
    this.reporting = reporting;
    this.signals = signals;
    this.clock = clock;
    this.caller = callers.required();
    this.mayAct = caller.is(Role.OPERATIONS) || caller.is(Role.ADMIN);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters url = event.getLocation().getQueryParameters();
    shown = url.getSingleParameter("state").map(Shown::of).orElse(Shown.OPEN);
    opened =
        url.getSingleParameter("alert").filter(id -> id.matches("\\d{1,18}")).map(Long::parseLong);
    build();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    subscriptions.add(signals.on(AlertChanged.class, change -> ui.access(this::build)));
    subscriptions.add(signals.on(AlertRuleChanged.class, change -> ui.access(this::build)));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    subscriptions.forEach(Runnable::run);
    subscriptions.clear();
  }

  private void build() {
    List<Alert> open = alerts.open();
    removeAll();
    add(
        header(open),
        board(open),
        list(),
        new RulesCard(rules, caller, mayAct, currency()).card(),
        new AsOf(Icons.CLOCK, Words.of("monitor.alerts.live")));
  }

  private PageHeader header(List<Alert> open) {
    PageHeader header =
        new PageHeader(Words.of("monitor.alerts.title"))
            .crumb(Stage.WATCH.words())
            .verdict(verdict(open));
    return mayAct
        ? header.actions(
            Buttons.icon(Icons.PLUS, Buttons.primary(Words.of("monitor.rule.new"), this::newRule)))
        : header;
  }

  private static String verdict(List<Alert> open) {
    long firing = open.stream().filter(a -> a.state() == Alert.State.FIRING).count();
    long critical =
        open.stream()
            .filter(a -> a.state() == Alert.State.FIRING)
            .filter(a -> a.rule().severity() == Severity.CRITICAL)
            .count();
    if (firing == 0) {
      return Words.of(open.isEmpty() ? "monitor.alerts.calm" : "monitor.alerts.taken", open.size());
    }
    return Words.of("monitor.alerts.waiting", firing, critical);
  }

  /** One card a severity: how many, since when. */
  private Columns board(List<Alert> open) {
    return Columns.three(
        card(open, Severity.CRITICAL), card(open, Severity.WARNING), card(open, Severity.INFO));
  }

  private KpiCard card(List<Alert> open, Severity severity) {
    List<Alert> mine = open.stream().filter(a -> a.rule().severity() == severity).toList();
    long taken = mine.stream().filter(a -> a.state() == Alert.State.ACKNOWLEDGED).count();
    String oldest =
        mine.stream()
            .map(Alert::raisedAt)
            .min(Instant::compareTo)
            .map(t -> Times.since(t, clock.instant(), Words.locale()))
            .map(since -> Words.of("monitor.alerts.oldest", since))
            .orElse(Words.of("monitor.alerts.none.severity"));
    KpiCard card =
        new KpiCard(AlertWords.severity(severity, Words.locale()))
            .value(String.valueOf(mine.size()), "")
            .foot(oldest, taken > 0 ? Words.of("monitor.alerts.acknowledged", taken) : "");
    if (severity == Severity.CRITICAL && mine.size() > taken) {
      card.addClassName("crit");
    }
    return card;
  }

  private Card list() {
    List<Alert> found =
        shown == Shown.OPEN ? alerts.open() : alerts.list(shown.states(), Long.MAX_VALUE, MOST);
    Card card =
        new Card(Words.of("monitor.alerts.list." + shown.word(), found.size())).aside(choices());
    if (found.isEmpty()) {
      return card.body(nothing());
    }
    return card.flush(
        new AlertRows(alerts, caller, mayAct, currency(), reporting.zone(), clock.instant())
            .rows(found, opened, path(shown)));
  }

  private static String path(Shown shown) {
    return "alerts?state=" + shown.word();
  }

  private Switch choices() {
    return new Switch(
        Words.of("monitor.alerts.which"),
        Arrays.stream(Shown.values())
            .map(s -> new Choice(s.word(), Words.of("monitor.alerts.show." + s.word())))
            .toList(),
        shown.word(),
        word -> UI.getCurrent().navigate("alerts", QueryParameters.of("state", word)));
  }

  private Component nothing() {
    return rules.all().isEmpty()
        ? new EmptyState(
            Icons.BELL, Words.of("monitor.alerts.empty"), Words.of("monitor.alerts.empty.text"))
        : new Span(Words.of("monitor.alerts.nothing." + shown.word()));
  }

  private void newRule() {
    new RuleDialog(rules, caller, currency(), () -> {}).open();
  }

  private String currency() {
    return reporting.basis().map(Reporting.Basis::currency).orElse("");
  }
}
