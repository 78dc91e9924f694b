package insight.prepare.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.Canonical;
import insight.collect.Source;
import insight.kernel.Refused;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.CleaningRules;
import insight.prepare.cleaning.Rule;
import insight.prepare.cleaning.RuleWords;
import insight.prepare.cleaning.Target;
import insight.prepare.cleaning.Trials;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Note;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A rule, made or changed; what it would do to the stored rows stands beside it all the time. */
final class CleaningRuleDialog {
  private final CleaningRules rules;
  private final Trials trials;
  private final Caller caller;
  private final Grant grant;
  private final Source source;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final Select<Target> target = new Select<>();
  private final Select<RuleKind> kind = new Select<>();
  private final RuleFields fields = new RuleFields(this::count);
  private final Checkbox blocking = new Checkbox(Words.of("prepare.form.blocking"));
  private final TextField note = new TextField(Words.of("prepare.form.note"));
  private final Div counted = new Div();
  private Optional<CleaningRule> old = Optional.empty();
  private boolean ready;

  CleaningRuleDialog(
      CleaningRules rules,
      Trials trials,
      Caller caller,
      Grant grant,
      Source source,
      Runnable done) {
    this.rules = rules;
    this.trials = trials;
    this.caller = caller;
    this.grant = grant;
    this.source = source;
    this.done = done;
    fill();
    Div all = new Div(target, kind, fields, blocking, note, counted);
    all.addClassName("pick");
    counted.getElement().setAttribute("role", "status");
    dialog.setHeaderTitle(Words.of("prepare.form.new", source.name()));
    dialog.setWidth("360px");
    dialog.add(all);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("prepare.form.save"), this::save));
  }

  private void fill() {
    target.setLabel(Words.of("prepare.form.field"));
    target.setItemLabelGenerator(t -> RuleWords.target(t, Words.locale()));
    target.setItems(targets());
    target.setValue(targets().getFirst());
    target.setWidthFull();
    kind.setLabel(Words.of("prepare.form.kind"));
    kind.setItemLabelGenerator(k -> Words.of("prepare.form.kind." + k.word()));
    kind.setItems(RuleKind.values());
    kind.setValue(RuleKind.REQUIRED);
    kind.setWidthFull();
    note.setWidthFull();
    note.setMaxLength(500);
    target.addValueChangeListener(change -> count());
    kind.addValueChangeListener(
        change -> {
          fields.show(change.getValue());
          blocking.setVisible(change.getValue().check());
          count();
        });
  }

  /** The fields the source delivers, all of ours where it does not say, and all codes together. */
  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    List<Canonical> mapped = List.copyOf(source.mapping().rules().keySet());
    (mapped.isEmpty() ? Arrays.asList(Canonical.values()) : mapped)
        .forEach(field -> targets.add(new Target.Of(field)));
    targets.add(new Target.Codes());
    return targets;
  }

  /** Begins with a rule that was proposed. */
  CleaningRuleDialog with(Target proposed, Rule rule) {
    List<Target> targets = targets();
    if (!targets.contains(proposed)) {
      targets.add(proposed);
      target.setItems(targets);
    }
    target.setValue(proposed);
    kind.setValue(RuleKind.of(rule));
    fields.set(rule);
    return this;
  }

  /** Changes a rule; what it is about stays. */
  CleaningRuleDialog change(CleaningRule rule) {
    old = Optional.of(rule);
    dialog.setHeaderTitle(Words.of("prepare.form.change", rule.id()));
    with(rule.target(), rule.rule());
    target.setReadOnly(true);
    blocking.setValue(rule.blocking());
    note.setValue(rule.note());
    return this;
  }

  void open() {
    ready = true;
    dialog.open();
    count();
  }

  /** Counts on the stored rows; a rule that does not fit yet says what it lacks. */
  private void count() {
    if (!ready) {
      return;
    }
    counted.removeAll();
    try {
      Rule rule = fields.rule();
      counted.add(
          trials
              .of(source.id(), target.getValue(), rule, grant)
              .map(
                  trial ->
                      TrialWords.shown(
                          RuleWords.sentence(target.getValue(), rule, Words.locale()),
                          trial,
                          source.timeZone()))
              .orElseGet(() -> new Note(Tone.NEUTRAL, Words.of("prepare.form.hidden"))));
    } catch (Refused refused) {
      counted.add(new Note(Tone.NEUTRAL, refused.in(Words.locale())));
    }
  }

  private void save() {
    try {
      Rule rule = fields.rule();
      if (old.isPresent()) {
        rules.change(
            old.get().id(),
            old.get().version(),
            rule,
            blocking.getValue(),
            note.getValue(),
            caller);
      } else {
        rules.create(
            new CleaningRule.Draft(
                source.id(),
                target.getValue(),
                rule,
                kind.getValue().check() && blocking.getValue(),
                note.getValue().strip()),
            caller);
      }
      dialog.close();
      Toasts.done(Words.of("prepare.form.saved"));
      done.run();
    } catch (Refused refused) {
      counted.removeAll();
      counted.add(new Note(Tone.WARNING, refused.in(Words.locale())));
    }
  }
}
