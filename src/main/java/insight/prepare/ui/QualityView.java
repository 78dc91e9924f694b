package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Numbers;
import insight.prepare.cleaning.CleaningResults;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.CleaningRules;
import insight.prepare.cleaning.Trials;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.SourceQuality;
import insight.prepare.ui.QualityState.Tab;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Tabs;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good the stored data is: a score a source that opens down to rows, its rules, what was kept
 * apart.
 */
@Route("quality")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.PREPARE, order = 0, title = "prepare.quality.title")
public class QualityView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient DataQuality quality;
  private final transient CleaningRules rules;
  private final transient CleaningResults results;
  private final transient Trials trials;
  private final transient Clock clock;
  private final transient Caller caller;
  private final transient Grant grant;
  private transient QualityState state = QualityState.of(Map.of());

  @Inject
  public QualityView(
      DataQuality quality,
      CleaningRules rules,
      CleaningResults results,
      Trials trials,
      Callers callers,
      Grants grants,
      Clock clock) {
    this.quality = quality;
    this.rules = rules;
    this.results = results;
    this.trials = trials;
    this.clock = clock;
    this.caller = callers.required();
    this.grant = grants.of(caller, Purpose.ANALYSIS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, String> parameters = new HashMap<>();
    event
        .getLocation()
        .getQueryParameters()
        .getParameters()
        .forEach((name, values) -> parameters.put(name, values.isEmpty() ? "" : values.getFirst()));
    state = QualityState.of(parameters);
    build();
  }

  private void build() {
    removeAll();
    List<SourceQuality> all = quality.all();
    Optional<SourceQuality> chosen =
        all.stream()
            .filter(q -> state.source().map(id -> id == q.source().id()).orElse(true))
            .findFirst();
    add(header(all, chosen));
    if (all.isEmpty()) {
      add(new Card().body(empty()));
      return;
    }
    if (all.size() > 1) {
      add(new ScoresCard(quality, clock).card(all, chosen, state.tab()));
    }
    chosen.ifPresent(this::source);
  }

  private PageHeader header(List<SourceQuality> all, Optional<SourceQuality> chosen) {
    PageHeader header =
        new PageHeader(Words.of("prepare.quality.title"))
            .crumb(Stage.PREPARE.words())
            .verdict(verdict(all));
    chosen.ifPresent(
        q ->
            header.actions(
                Buttons.icon(
                    Icons.PLUS,
                    Buttons.primary(Words.of("prepare.quality.newRule"), () -> newRule(q)))));
    return header;
  }

  private String verdict(List<SourceQuality> all) {
    Optional<SourceQuality> worst =
        all.stream().filter(q -> q.score().value().isPresent()).findFirst();
    if (worst.isEmpty()) {
      return Words.of(
          all.isEmpty() ? "prepare.quality.verdict.none" : "prepare.quality.verdict.soon");
    }
    SourceQuality q = worst.get();
    String score = Numbers.decimal(q.score().value().orElse(0), 1, Words.locale());
    String key = all.size() == 1 ? "prepare.quality.verdict.one" : "prepare.quality.verdict.worst";
    return q.score()
        .worst()
        .map(
            part ->
                Words.of(
                    key,
                    q.source().name(),
                    score,
                    Words.of("prepare.quality.dimension." + part.dimension().word())))
        .orElseGet(() -> Words.of("prepare.quality.verdict.fine", score));
  }

  private static Component empty() {
    return new EmptyState(
        Icons.CHECK,
        Words.of("prepare.quality.empty"),
        Words.of("prepare.quality.empty.text"),
        Link.button("sources", Words.of("prepare.quality.empty.action"), true));
  }

  private void source(SourceQuality q) {
    List<CleaningRule> mine = rules.of(q.source().id());
    add(new ScoreCard(quality, caller, this::build).card(q));
    Tabs tabs = new Tabs(Words.of("prepare.quality.parts"));
    for (Tab tab : Tab.values()) {
      tabs.tab(
          Words.of("prepare.quality.tab." + tab.word(), count(tab, q, mine)),
          QualityState.path(q.source(), tab),
          tab == state.tab());
    }
    add(tabs);
    add(
        switch (state.tab()) {
          case FINDINGS -> findings(q, mine);
          case RULES ->
              new Div(
                  new RulesCard(rules, results, trials, caller, grant, this::build)
                      .card(q.source(), mine),
                  new ProposalsCard(quality, this::propose).card(q));
          case QUARANTINE -> new QuarantineCard(quality).card(q);
        });
    q.lookedAt()
        .ifPresent(
            at ->
                add(
                    new AsOf(at, q.source().timeZone())
                        .source(Words.of("prepare.quality.asof", q.source().name()))));
  }

  private Component findings(SourceQuality q, List<CleaningRule> mine) {
    Div parts = new Div();
    FindingsCard findings = new FindingsCard(quality, caller, grant, this::build);
    state.rows().ifPresent(f -> parts.add(findings.rows(q, f, mine)));
    parts.add(findings.card(q, mine));
    new CourseCards(quality).cards(q).forEach(parts::add);
    return parts;
  }

  private static String count(Tab tab, SourceQuality q, List<CleaningRule> mine) {
    return switch (tab) {
      case FINDINGS ->
          String.valueOf(
              q.fields().stream().filter(f -> f.failed() > 0 && f.accepted().isEmpty()).count());
      case RULES -> String.valueOf(mine.stream().filter(CleaningRule::active).count());
      case QUARANTINE -> "";
    };
  }

  private void newRule(SourceQuality q) {
    new CleaningRuleDialog(rules, trials, caller, grant, q.source(), this::rulesShown).open();
  }

  private void propose(SourceQuality q, insight.prepare.quality.Proposals.Proposal proposal) {
    new CleaningRuleDialog(rules, trials, caller, grant, q.source(), this::rulesShown)
        .with(proposal.target(), proposal.rule())
        .open();
  }

  private void rulesShown() {
    List<SourceQuality> all = quality.all();
    all.stream()
        .filter(q -> state.source().map(id -> id == q.source().id()).orElse(true))
        .findFirst()
        .ifPresent(
            q -> {
              String path = QualityState.path(q.source(), Tab.RULES);
              if (state.tab() == Tab.RULES) {
                build();
              } else {
                UI.getCurrent().navigate(path.substring(0, path.indexOf('?')), query(path));
              }
            });
  }

  private static com.vaadin.flow.router.QueryParameters query(String path) {
    return com.vaadin.flow.router.QueryParameters.fromString(path.substring(path.indexOf('?') + 1));
  }

  /** Something is wrong, told beside a title. */
  static Badge blocked(int gates) {
    return Badge.bad(Words.of("prepare.quality.blocked", gates));
  }
}
