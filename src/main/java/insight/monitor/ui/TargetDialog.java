package insight.monitor.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import insight.kernel.Money;
import insight.kernel.Period;
import insight.kernel.Refused;
import insight.monitor.Kpi;
import insight.monitor.Targets;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/** What the shown period should reach. Sums are kept as a value a day and scaled elsewhere. */
final class TargetDialog {
  private final Targets targets;
  private final Period period;
  private final Currency currency;
  private final Caller caller;
  private final Runnable done;
  private final Map<Kpi, Double> before;
  private final Map<Kpi, NumberField> fields = new EnumMap<>(Kpi.class);
  private final Dialog dialog = new Dialog();

  TargetDialog(Targets targets, Period period, String currency, Caller caller, Runnable done) {
    this.targets = targets;
    this.period = period;
    this.currency = Currency.getInstance(currency);
    this.caller = caller;
    this.done = done;
    before = targets.over(period);
    Div body = new Div(help());
    body.addClassName("pick");
    for (Kpi kpi : Kpi.values()) {
      NumberField field = field(kpi);
      fields.put(kpi, field);
      body.add(field);
    }
    dialog.setHeaderTitle(Words.of("monitor.targets.title"));
    dialog.add(body);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("monitor.targets.save"), this::save));
  }

  void open() {
    dialog.open();
  }

  private Span help() {
    Span help =
        new Span(
            Words.of("monitor.targets.help", Times.range(period, Words.locale()), period.days()));
    help.addClassNames("sec", "s");
    return help;
  }

  private NumberField field(Kpi kpi) {
    NumberField field =
        new NumberField(
            kpi == Kpi.RETURNS
                ? Words.of("monitor.targets.returns")
                : KpiWords.name(kpi, Words.locale()));
    Span unit =
        new Span(
            switch (kpi.unit()) {
              case MONEY -> Money.of(0, currency.getCurrencyCode()).symbol().strip();
              case COUNT -> "";
              case SHARE -> "%";
            });
    field.setSuffixComponent(unit);
    field.setClearButtonVisible(true);
    field.setMin(0);
    field.setWidthFull();
    Double value = before.get(kpi);
    if (value != null) {
      field.setValue(shown(kpi, value));
    }
    return field;
  }

  /** As the field shows it: money in whole units, shares in percent. */
  private double shown(Kpi kpi, double value) {
    return switch (kpi.unit()) {
      case MONEY -> Money.of(Math.round(value), currency.getCurrencyCode()).amount().doubleValue();
      case COUNT -> Math.rint(value);
      case SHARE -> Math.rint(value * 1000) / 10;
    };
  }

  private double kept(Kpi kpi, double shown) {
    return switch (kpi.unit()) {
      case MONEY -> Money.of(BigDecimal.valueOf(shown), currency).minor();
      case COUNT -> shown;
      case SHARE -> shown / 100;
    };
  }

  private void save() {
    boolean fine = true;
    for (Map.Entry<Kpi, NumberField> entry : fields.entrySet()) {
      fine &= save(entry.getKey(), entry.getValue());
    }
    if (fine) {
      dialog.close();
      Toasts.done(Words.of("monitor.targets.saved"));
      done.run();
    }
  }

  private boolean save(Kpi kpi, NumberField field) {
    Double value = field.getValue();
    Double old = before.get(kpi);
    field.setInvalid(false);
    try {
      if (value == null) {
        if (old != null) {
          targets.clear(kpi, caller);
        }
      } else if (old == null || shown(kpi, old) != value) {
        targets.set(kpi, kept(kpi, value), period, caller);
      }
      return true;
    } catch (Refused refused) {
      field.setErrorMessage(refused.in(Words.locale()));
      field.setInvalid(true);
      return false;
    }
  }
}
