package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.collect.Source;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.prepare.cleaning.CleaningResult;
import insight.prepare.cleaning.CleaningResults;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.CleaningRules;
import insight.prepare.cleaning.RuleWords;
import insight.prepare.cleaning.Trials;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EvidenceDrawer;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.Rich;
import insight.shell.part.Sparkline;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.List;

/** The rules of a source, as sentences, with what they found last and over time. */
final class RulesCard {
  private static final int IMPORTS = 20;

  private final CleaningRules rules;
  private final CleaningResults results;
  private final Trials trials;
  private final Caller caller;
  private final Grant grant;
  private final Runnable changed;

  RulesCard(
      CleaningRules rules,
      CleaningResults results,
      Trials trials,
      Caller caller,
      Grant grant,
      Runnable changed) {
    this.rules = rules;
    this.results = results;
    this.trials = trials;
    this.caller = caller;
    this.grant = grant;
    this.changed = changed;
  }

  Card card(Source source, List<CleaningRule> mine) {
    Card card = new Card(Words.of("prepare.quality.rules"));
    if (mine.isEmpty()) {
      return card.body(Rich.paragraph(Words.of("prepare.quality.rules.none")));
    }
    List<CleaningResult> found = results.newest(source.id(), IMPORTS);
    Table table =
        new Table(Words.of("prepare.quality.rules"))
            .column(Words.of("prepare.quality.rule"))
            .column(Words.of("prepare.quality.severity"))
            .column(Words.of("prepare.quality.last"))
            .optional(Words.of("prepare.quality.trend"))
            .column(Words.of("prepare.quality.actions"));
    for (CleaningRule rule : mine) {
      List<CleaningResult> of = found.stream().filter(r -> r.rule().id() == rule.id()).toList();
      table.row(words(rule), severity(rule), last(of), trend(of), actions(source, rule, of));
    }
    return card.say(Words.of("prepare.quality.rules.say")).flush(table);
  }

  private static Component words(CleaningRule rule) {
    String under =
        rule.note().isEmpty()
            ? Words.of("prepare.quality.rule.by", rule.id(), rule.changedBy())
            : Words.of("prepare.quality.rule.note", rule.id(), rule.changedBy(), rule.note());
    return Table.twoLines(
        new Span(RuleWords.sentence(rule.target(), rule.rule(), Words.locale())), under);
  }

  static Component severity(CleaningRule rule) {
    if (!rule.active()) {
      return Badge.neutral(Words.of("prepare.quality.off"));
    }
    if (rule.keepsApart()) {
      return Badge.warning(Words.of("prepare.quality.blocking"));
    }
    return Badge.outline(
        Words.of(rule.rule().check() ? "prepare.quality.warning" : "prepare.quality.changes"));
  }

  private static Component last(List<CleaningResult> found) {
    return found.stream()
        .findFirst()
        .<Component>map(
            r ->
                Table.twoLines(
                    new Span(result(r)), Words.of("prepare.quality.import", r.importId() + "")))
        .orElseGet(() -> new Span(Words.of("prepare.quality.rule.new")));
  }

  /** «12 of 541,909 failed, 3 changed». */
  static String result(CleaningResult r) {
    String failed =
        Words.of(
            "prepare.quality.failed.of",
            Numbers.whole(r.failed(), Words.locale()),
            Numbers.whole(r.checked(), Words.locale()));
    if (r.changed() > 0) {
      String changed =
          Words.of("prepare.quality.changed", Numbers.whole(r.changed(), Words.locale()));
      return r.failed() == 0 ? changed : failed + " · " + changed;
    }
    return r.failed() == 0
        ? Words.of("prepare.quality.all", Numbers.whole(r.checked(), Words.locale()))
        : failed;
  }

  private static Component trend(List<CleaningResult> found) {
    List<Double> shares = found.reversed().stream().map(r -> r.passed() * 100).toList();
    return shares.size() < 2 ? new Span("–") : Sparkline.of(shares, 1);
  }

  private Component actions(Source source, CleaningRule rule, List<CleaningResult> found) {
    Span cell = new Span();
    cell.add(
        Buttons.quiet(
            Words.of("prepare.quality.change"),
            () ->
                new CleaningRuleDialog(rules, trials, caller, grant, source, changed)
                    .change(rule)
                    .open()));
    if (rule.active() && rule.rule().check()) {
      cell.add(
          Buttons.quiet(
              Words.of(rule.blocking() ? "prepare.quality.warn" : "prepare.quality.block"),
              () -> act(() -> rules.block(rule.id(), rule.version(), !rule.blocking(), caller))));
    }
    cell.add(
        Buttons.quiet(
            Words.of(rule.active() ? "prepare.quality.switchOff" : "prepare.quality.switchOn"),
            () -> act(() -> rules.activate(rule.id(), rule.version(), !rule.active(), caller))),
        Buttons.quiet(Words.of("prepare.quality.history"), () -> history(source, rule, found)));
    return cell;
  }

  private void act(Runnable change) {
    try {
      change.run();
      changed.run();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private void history(Source source, CleaningRule rule, List<CleaningResult> found) {
    KeyValues states = new KeyValues();
    for (CleaningRule state : rules.history(rule.id())) {
      states.row(
          Words.of("prepare.quality.version", state.version()),
          new Span(RuleWords.sentence(state.target(), state.rule(), Words.locale()) + " "),
          severity(state),
          new Span(
              " "
                  + Times.moment(state.changedAt(), source.timeZone(), Words.locale())
                  + " · "
                  + state.changedBy()
                  + (state.note().isEmpty() ? "" : " · " + state.note())));
    }
    KeyValues past = new KeyValues();
    found.forEach(
        r ->
            past.row(
                Words.of("prepare.quality.import", String.valueOf(r.importId())),
                new Link("imports/" + r.importId(), result(r)),
                CleaningPanel.samples(r)));
    EvidenceDrawer drawer =
        new EvidenceDrawer(RuleWords.sentence(rule.target(), rule.rule(), Words.locale()))
            .section(Words.of("prepare.quality.history.results"), found.isEmpty() ? none() : past)
            .section(Words.of("prepare.quality.history.states"), states);
    found.stream()
        .findFirst()
        .flatMap(CleaningPanel::basis)
        .ifPresent(
            words -> drawer.section(Words.of("prepare.quality.basis"), Rich.paragraph(words)));
    drawer.open();
  }

  private static Component none() {
    return new Span(Words.of("prepare.quality.rule.new"));
  }
}
