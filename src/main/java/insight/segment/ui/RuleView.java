package insight.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.CustomerKey;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.segment.RuleSegment;
import insight.segment.RuleSegments;
import insight.segment.rule.Aim;
import insight.segment.rule.Rule;
import insight.segment.rule.RuleTrace;
import insight.segment.rule.RuleWords;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Checks;
import insight.shell.part.Icons;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a rule for a group: conditions, the rule in words, how many it names, why somebody. */
@Route("rule-segments/:rule(new|[0-9]{1,18})")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.UNDERSTAND, title = "segment.rule.page")
public class RuleView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient RuleSegments segments;
  private final transient Caller caller;
  private final transient Grant grant;
  private final TextField name = new TextField(Words.of("segment.rule.form.name"));
  private final Select<Aim> aim = new Select<>();
  private final Select<Boolean> joined = new Select<>();
  private final Div conditions = new Div();
  private final Paragraph words = new Paragraph();
  private final Paragraph count = new Paragraph();
  private final TextField customer = new TextField(Words.of("segment.rule.form.customer"));
  private final Div trace = new Div();
  private transient List<ConditionRow> rows = new ArrayList<>();
  private transient Optional<RuleSegment> kept = Optional.empty();

  @Inject
  public RuleView(RuleSegments segments, Grants grants, Callers callers) {
    this.segments = segments;
    this.caller = callers.required();
    this.grant = grants.of(caller, Purpose.ANALYSIS);
    name.setMaxLength(60);
    name.setWidth("20rem");
    name.setMaxWidth("100%");
    aim.setLabel(Words.of("segment.rule.form.aim"));
    aim.setItems(Aim.values());
    aim.setItemLabelGenerator(a -> Words.of(a.key()));
    aim.setValue(Aim.SALES);
    joined.setLabel(Words.of("segment.rule.form.joined"));
    joined.setItems(true, false);
    joined.setItemLabelGenerator(
        all -> Words.of(all ? "segment.rule.form.all" : "segment.rule.form.any"));
    joined.setValue(true);
    joined.addValueChangeListener(event -> say());
    count.getElement().setAttribute("role", "status");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String which = event.getRouteParameters().get("rule").orElse("new");
    kept =
        which.equals("new")
            ? Optional.empty()
            : Optional.of(segments.required(Long.parseLong(which)));
    rows = new ArrayList<>();
    conditions.removeAll();
    removeAll();
    add(header());
    kept.ifPresent(s -> name.setValue(s.name()));
    kept.ifPresent(s -> aim.setValue(s.aim()));
    if (kept.isPresent() && !flat(kept.get().rule())) {
      add(new Note(Tone.NEUTRAL, Words.of("segment.rule.form.nested")));
      add(new Card(Words.of("segment.rule.form.rule")).say(words(kept.get().rule())));
      return;
    }
    kept.map(RuleSegment::rule).ifPresentOrElse(this::show, () -> addRow(Optional.empty()));
    add(form(), why());
    say();
  }

  private PageHeader header() {
    PageHeader header =
        new PageHeader(
                kept.map(RuleSegment::name).orElseGet(() -> Words.of("segment.rule.form.new")))
            .crumb(Stage.UNDERSTAND.words())
            .crumb(Words.of("segment.rules.title"), "rule-segments");
    kept.ifPresent(
        s ->
            header.actions(
                Buttons.plain(
                    Words.of(
                        s.archived() ? "segment.rule.form.restore" : "segment.rule.form.archive"),
                    () -> archive(s, !s.archived()))));
    return header;
  }

  private Component form() {
    Div top = new Div(name, aim, joined);
    top.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "8px");
    return new Card(Words.of("segment.rule.form.rule"))
        .body(
            top,
            conditions,
            Buttons.quiet(Words.of("segment.rule.form.add"), () -> addRow(Optional.empty())),
            words,
            count)
        .foot(Buttons.primary(Words.of("segment.rule.form.save"), this::save));
  }

  private Component why() {
    Div ask =
        new Div(
            customer,
            Buttons.icon(
                Icons.SEARCH, Buttons.plain(Words.of("segment.rule.form.look"), this::look)));
    ask.getStyle().set("display", "flex").set("gap", "8px").set("align-items", "flex-end");
    return new Card(Words.of("segment.rule.form.why")).body(ask, trace);
  }

  /** Whether the form can show it: conditions joined once. */
  private static boolean flat(Rule rule) {
    return switch (rule) {
      case Rule.All all -> all.rules().stream().allMatch(RuleView::single);
      case Rule.Any any -> any.rules().stream().allMatch(RuleView::single);
      case Rule.Not not -> false;
      case Rule.NumberIs is -> true;
      case Rule.WordIs is -> true;
    };
  }

  private static boolean single(Rule rule) {
    return rule instanceof Rule.NumberIs || rule instanceof Rule.WordIs;
  }

  private void show(Rule rule) {
    List<Rule> parts =
        switch (rule) {
          case Rule.All all -> all.rules();
          case Rule.Any any -> any.rules();
          case Rule.Not not -> List.of();
          case Rule.NumberIs is -> List.of(is);
          case Rule.WordIs is -> List.of(is);
        };
    joined.setValue(!(rule instanceof Rule.Any));
    parts.forEach(part -> addRow(Optional.of(part)));
  }

  private void addRow(Optional<Rule> condition) {
    ConditionRow row = new ConditionRow(this::say, this::remove);
    rows.add(row);
    conditions.add(row);
    condition.ifPresent(row::with);
  }

  private void remove(ConditionRow row) {
    rows.remove(row);
    conditions.remove(row);
    say();
  }

  /** The rule as far as it is filled in; empty while a condition is not. */
  private Optional<Rule> rule() {
    List<Rule> parts = rows.stream().flatMap(row -> row.rule().stream()).toList();
    if (parts.isEmpty() || parts.size() < rows.size()) {
      return Optional.empty();
    }
    return Optional.of(joined.getValue() ? new Rule.All(parts) : new Rule.Any(parts));
  }

  private void say() {
    Optional<Rule> rule = rule();
    words.setText(rule.map(this::words).orElse(""));
    count.setText(rule.map(this::counted).orElse(Words.of("segment.rule.form.incomplete")));
  }

  private String words(Rule rule) {
    return RuleWords.of(rule, Words.locale());
  }

  private String counted(Rule rule) {
    try {
      return Words.of(
          "segment.rule.form.count", Numbers.whole(segments.count(rule, grant), Words.locale()));
    } catch (Refused refused) {
      return refused.in(Words.locale());
    }
  }

  private void save() {
    name.setInvalid(false);
    Optional<Rule> rule = rule();
    if (rule.isEmpty()) {
      Toasts.warning(Words.of("segment.rule.form.incomplete"));
      return;
    }
    try {
      RuleSegment saved =
          kept.map(
                  s -> segments.change(s.id(), name.getValue(), aim.getValue(), rule.get(), caller))
              .orElseGet(
                  () -> segments.create(name.getValue(), aim.getValue(), rule.get(), caller));
      Toasts.done(Words.of("segment.rule.form.saved", saved.name()));
      UI.getCurrent().navigate("rule-segments");
    } catch (Refused refused) {
      name.setErrorMessage(refused.in(Words.locale()));
      name.setInvalid(true);
    }
  }

  private void archive(RuleSegment segment, boolean away) {
    try {
      segments.archive(segment.id(), away, caller);
      UI.getCurrent().navigate("rule-segments");
      if (away) {
        Toasts.done(
            Words.of("segment.rule.form.archived", segment.name()),
            () -> segments.archive(segment.id(), false, caller));
      }
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  /** Why a customer is in the group or not, condition by condition. */
  private void look() {
    trace.removeAll();
    Optional<Rule> rule = rule();
    Optional<CustomerKey> key = CustomerKey.parse(customer.getValue().strip());
    if (rule.isEmpty() || key.isEmpty()) {
      trace.add(new Paragraph(Words.of("segment.rule.form.key")));
      return;
    }
    segments
        .trace(rule.get(), key.get(), grant)
        .ifPresentOrElse(
            this::show, () -> trace.add(new Paragraph(Words.of("segment.rule.form.nobody"))));
  }

  private void show(RuleTrace found) {
    Checks list = new Checks();
    for (RuleTrace.Line line : found.conditions()) {
      list.check(
          line.holds() ? Checks.Outcome.PASSED : Checks.Outcome.FAILED,
          words(line.condition()),
          "",
          line.value().map(RuleView::value).orElse(Words.of("segment.rule.form.unknown")));
    }
    trace.add(
        new Paragraph(Words.of(found.in() ? "segment.rule.form.in" : "segment.rule.form.out")),
        list);
  }

  private static String value(Object value) {
    return value instanceof Double number
        ? Numbers.decimal(number, number == Math.rint(number) ? 0 : 2, Words.locale())
        : value.toString();
  }
}
