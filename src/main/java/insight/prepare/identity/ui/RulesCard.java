package insight.prepare.identity.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import insight.collect.Source;
import insight.collect.SourceKind;
import insight.kernel.Refused;
import insight.prepare.identity.MatchKind;
import insight.prepare.identity.MatchRule;
import insight.prepare.identity.MatchRule.Mode;
import insight.prepare.identity.MatchRules;
import insight.runtime.Caller;
import insight.shell.part.Card;
import insight.shell.part.Table;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a match of each kind leads to, and which sources use the same customer ids. */
final class RulesCard {
  private final MatchRules rules;
  private final Caller caller;

  RulesCard(MatchRules rules, Caller caller) {
    this.rules = rules;
    this.caller = caller;
  }

  Card kinds() {
    Table table =
        new Table(Words.of("prepare.identity.rules"))
            .column(Words.of("prepare.identity.rules.kind"))
            .column(Words.of("prepare.identity.rules.mode"))
            .column(Words.of("prepare.identity.rules.most"));
    rules
        .all()
        .values()
        .forEach(
            rule -> {
              String word = rule.kind().word();
              table.row(
                  Table.twoLines(
                      new com.vaadin.flow.component.html.Span(IdentityWords.evidence(word)),
                      Words.of("prepare.identity.rules." + word)),
                  mode(rule),
                  rule.kind().exact() ? most(rule) : "–");
            });
    return new Card(Words.of("prepare.identity.rules"))
        .say(Words.of("prepare.identity.rules.say"))
        .flush(table);
  }

  private Select<Mode> mode(MatchRule rule) {
    Select<Mode> select = new Select<>();
    select.setItems(
        rule.kind() == MatchKind.NAME ? List.of(Mode.PROPOSED, Mode.OFF) : List.of(Mode.values()));
    select.setItemLabelGenerator(m -> Words.of("prepare.identity.mode." + m.word()));
    select.setValue(rule.mode());
    select.setAriaLabel(
        Words.of("prepare.identity.rules.modeof", IdentityWords.evidence(rule.kind().word())));
    select.setWidth("140px");
    select.addValueChangeListener(
        change -> set(new MatchRule(rule.kind(), change.getValue(), now(rule.kind()).most())));
    return select;
  }

  private IntegerField most(MatchRule rule) {
    IntegerField field = new IntegerField();
    field.setMin(1);
    field.setMax(1000);
    field.setWidth("90px");
    field.setValue(rule.most());
    field.setAriaLabel(
        Words.of("prepare.identity.rules.mostof", IdentityWords.evidence(rule.kind().word())));
    field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    field.addValueChangeListener(
        change ->
            Optional.ofNullable(change.getValue())
                .ifPresent(most -> set(new MatchRule(rule.kind(), now(rule.kind()).mode(), most))));
    return field;
  }

  private MatchRule now(MatchKind kind) {
    return rules.all().values().stream().filter(r -> r.kind() == kind).findFirst().orElseThrow();
  }

  private void set(MatchRule rule) {
    try {
      rules.set(rule, caller);
      Toasts.done(Words.of("prepare.identity.rules.saved"));
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  /** One field a source: sources with the same word in it share their customer ids. */
  Card spaces(List<Source> sources) {
    Map<Integer, String> spaces = rules.spaces();
    Table table =
        new Table(Words.of("prepare.identity.spaces"))
            .column(Words.of("prepare.identity.spaces.source"))
            .column(Words.of("prepare.identity.spaces.space"));
    for (Source source : sources) {
      if (source.kind() != SourceKind.PORTAL) {
        table.row(source.name(), space(source, spaces.getOrDefault(source.id(), "")));
      }
    }
    return new Card(Words.of("prepare.identity.spaces"))
        .say(Words.of("prepare.identity.spaces.say"))
        .flush(table);
  }

  private TextField space(Source source, String space) {
    TextField field = new TextField();
    field.setValue(space);
    field.setMaxLength(40);
    field.setPlaceholder(Words.of("prepare.identity.spaces.none"));
    field.setAriaLabel(Words.of("prepare.identity.spaces.of", source.name()));
    field.addValueChangeListener(
        change -> {
          rules.space(source.id(), change.getValue(), caller);
          Toasts.done(Words.of("prepare.identity.rules.saved"));
        });
    return field;
  }
}
