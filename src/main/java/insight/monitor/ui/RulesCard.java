package insight.monitor.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Refused;
import insight.monitor.AlertRule;
import insight.monitor.AlertRules;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Table;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules that watch, each in a sentence. */
final class RulesCard {
  private final AlertRules rules;
  private final Caller caller;
  private final boolean mayAct;
  private final String currency;

  RulesCard(AlertRules rules, Caller caller, boolean mayAct, String currency) {
    this.rules = rules;
    this.caller = caller;
    this.mayAct = mayAct;
    this.currency = currency;
  }

  Card card() {
    List<AlertRule> all = rules.all();
    Card card = new Card(Words.of("monitor.rules"));
    if (all.isEmpty()) {
      return card.body(new Span(Words.of("monitor.rules.none")));
    }
    Table table =
        new Table(Words.of("monitor.rules"))
            .column(Words.of("monitor.rules.name"))
            .column(Words.of("monitor.rules.words"))
            .optional(Words.of("monitor.rule.severity.label"))
            .optional(Words.of("monitor.rules.owner"));
    if (mayAct) {
      table.column(Words.of("monitor.rules.act"));
    }
    all.forEach(rule -> row(table, rule));
    return card.aside(Words.of("monitor.rules.count", all.size())).flush(table);
  }

  private void row(Table table, AlertRule rule) {
    Locale locale = Words.locale();
    List<Object> cells = new ArrayList<>();
    cells.add(rule.name());
    cells.add(AlertWords.rule(rule, currency, locale));
    cells.add(AlertWords.severity(rule.severity(), locale));
    cells.add(rule.owner());
    if (mayAct) {
      cells.add(Buttons.quiet(Words.of("monitor.rules.delete"), () -> confirm(rule)));
    }
    table.row(cells.toArray());
  }

  /** Its alerts and their history go with it, so it asks first. */
  private void confirm(AlertRule rule) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Words.of("monitor.rules.delete.title", rule.name()));
    dialog.setText(Words.of("monitor.rules.delete.text"));
    dialog.setCancelable(true);
    dialog.setCancelText(Words.of("shell.cancel"));
    dialog.setConfirmText(Words.of("monitor.rules.delete.verb"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(
        click -> {
          try {
            rules.delete(rule.id(), caller);
            Toasts.done(Words.of("monitor.rules.deleted", rule.name()));
          } catch (Refused refused) {
            Toasts.refused(refused);
          }
        });
    dialog.open();
  }
}
