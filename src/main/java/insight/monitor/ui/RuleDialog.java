package insight.monitor.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.Money;
import insight.kernel.Refused;
import insight.monitor.AlertRule;
import insight.monitor.AlertRules;
import insight.monitor.Condition;
import insight.monitor.Kpi;
import insight.monitor.Metric;
import insight.monitor.Severity;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Note;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A new rule, put together in plain words. */
final class RuleDialog {
  private static final List<Duration> WINDOWS =
      List.of(
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(91));
  private static final List<Duration> HOLDS =
      List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1));

  private final AlertRules rules;
  private final Caller caller;
  private final String currency;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final TextField name = new TextField(Words.of("monitor.rule.name.label"));
  private final Select<Metric> metric = new Select<>();
  private final Select<Boolean> above = new Select<>();
  private final NumberField limit = new NumberField(Words.of("monitor.rule.limit"));
  private final Span unit = new Span();
  private final Select<Duration> window = new Select<>();
  private final Select<Duration> holds = new Select<>();
  private final Select<Severity> severity = new Select<>();

  /** {@code currency} is empty while there are no data. */
  RuleDialog(AlertRules rules, Caller caller, String currency, Runnable done) {
    this.rules = rules;
    this.caller = caller;
    this.currency = currency;
    this.done = done;
    fill();
    Div condition = new Div(above, limit);
    condition.addClassName("two");
    Div times = new Div(window, holds);
    times.addClassName("two");
    Div fields =
        new Div(
            name,
            metric,
            condition,
            times,
            severity,
            new Note(Tone.NEUTRAL, Words.of("monitor.rule.channels.note")));
    fields.addClassName("pick");
    dialog.setHeaderTitle(Words.of("monitor.rule.new"));
    dialog.add(fields);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("monitor.rule.add"), this::save));
  }

  private void fill() {
    name.setWidthFull();
    name.setMaxLength(120);
    limit.setSuffixComponent(unit);
    choices(metric, "monitor.rule.metric.label", Metric.ALL, m -> AlertWords.metric(m, locale()));
    choices(
        above,
        "monitor.rule.condition.label",
        List.of(false, true),
        up -> Words.of(up ? "monitor.rule.above" : "monitor.rule.below"));
    choices(window, "monitor.rule.window.label", WINDOWS, d -> AlertWords.last(d, locale()));
    choices(holds, "monitor.rule.holds.label", HOLDS, RuleDialog::held);
    choices(
        severity,
        "monitor.rule.severity.label",
        List.of(Severity.values()),
        s -> AlertWords.severity(s, locale()));
    severity.setValue(Severity.WARNING);
    window.setValue(Duration.ofDays(1));
    metric.addValueChangeListener(change -> fit(change.getValue()));
    fit(metric.getValue());
  }

  private static String held(Duration span) {
    return span.isZero() ? Words.of("monitor.rule.atOnce") : AlertWords.span(span, Words.locale());
  }

  private static <T> void choices(
      Select<T> select,
      String labelKey,
      List<T> items,
      com.vaadin.flow.component.ItemLabelGenerator<T> words) {
    select.setLabel(Words.of(labelKey));
    select.setItemLabelGenerator(words);
    select.setItems(items);
    select.setValue(items.get(0));
    select.setWidthFull();
  }

  /** The metric decides what the number means, and whether a window makes sense. */
  private void fit(Metric chosen) {
    window.setVisible(
        !(chosen instanceof Metric.Freshness || chosen instanceof Metric.FreeStorage));
    unit.setText(
        switch (chosen) {
          case Metric.OfKpi(Kpi kpi) ->
              switch (kpi.unit()) {
                case MONEY -> currency.isEmpty() ? "" : Money.of(0, currency).symbol().strip();
                case COUNT -> "";
                case SHARE -> "%";
              };
          case Metric.Freshness() -> Words.of("monitor.rule.unit.days");
          case Metric.Volume() -> "";
          case Metric.JobFailures() -> "";
          case Metric.FreeStorage() -> "MB";
        });
    boolean high =
        switch (chosen) {
          case Metric.OfKpi(Kpi kpi) -> !kpi.moreIsBetter();
          case Metric.Freshness() -> true;
          case Metric.JobFailures() -> true;
          case Metric.Volume() -> false;
          case Metric.FreeStorage() -> false;
        };
    above.setValue(high);
  }

  void open() {
    dialog.open();
    name.focus();
  }

  private void save() {
    Double number = limit.getValue();
    limit.setErrorMessage(Words.of("monitor.rule.limit.missing"));
    limit.setInvalid(number == null);
    if (number == null) {
      return;
    }
    try {
      rules.create(draft(number), caller);
      dialog.close();
      Toasts.done(Words.of("monitor.rule.added", name.getValue().strip()));
      done.run();
    } catch (Refused refused) {
      Map<String, String> reasons = refused.byPointer(Words.locale());
      name.setErrorMessage(reasons.getOrDefault("/name", ""));
      name.setInvalid(reasons.containsKey("/name"));
      if (!reasons.containsKey("/name")) {
        Toasts.refused(refused);
      }
    }
  }

  private AlertRule.Draft draft(double number) {
    boolean percent =
        metric.getValue() instanceof Metric.OfKpi(Kpi kpi) && kpi.unit() == Kpi.Unit.SHARE;
    double value = percent ? number / 100 : number;
    return new AlertRule.Draft(
        name.getValue().strip(),
        metric.getValue(),
        above.getValue() ? new Condition.Above(value) : new Condition.Below(value),
        window.getValue(),
        holds.getValue(),
        severity.getValue(),
        List.of());
  }

  private static java.util.Locale locale() {
    return Words.locale();
  }
}
