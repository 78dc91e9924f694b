package insight.monitor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.Refused;
import insight.monitor.Alert;
import insight.monitor.Alerts;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.Rich;
import insight.shell.part.Rows;
import insight.shell.part.Timeline;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The alerts as a list; one of them may be open, with its history and what one can do. */
final class AlertRows {
  private final Alerts alerts;
  private final Caller caller;
  private final boolean mayAct;
  private final String currency;
  private final ZoneId zone;
  private final Instant now;
  private final Locale locale = Words.locale();

  AlertRows(
      Alerts alerts, Caller caller, boolean mayAct, String currency, ZoneId zone, Instant now) {
    this.alerts = alerts;
    this.caller = caller;
    this.mayAct = mayAct;
    this.currency = currency;
    this.zone = zone;
    this.now = now;
  }

  /** {@code query} is the page's address without the open alert: {@code "alerts?state=open"}. */
  Rows rows(List<Alert> list, Optional<Long> open, String query) {
    Rows rows = new Rows();
    for (Alert alert : list) {
      boolean isOpen = open.filter(id -> id == alert.id()).isPresent();
      Div middle = new Div(title(alert, isOpen, query), measured(alert));
      rows.row(
          AlertWords.icon(alert.rule().severity(), locale),
          middle,
          AlertWords.badge(alert, locale),
          right(alert));
      if (isOpen) {
        rows.row(new Span(), detail(alert));
      }
    }
    return rows;
  }

  private static Component title(Alert alert, boolean isOpen, String query) {
    Link link = new Link(isOpen ? query : query + "&alert=" + alert.id(), alert.rule().name());
    link.addClassName("b");
    link.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
    return link;
  }

  /** What was measured against what was expected. */
  private Component measured(Alert alert) {
    String words =
        Words.of(
            "monitor.alert.line",
            AlertWords.metric(alert.rule().metric(), locale),
            AlertWords.value(alert.rule().metric(), alert.value(), currency, locale),
            AlertWords.condition(alert.rule(), currency, locale));
    Div line = new Div(words);
    line.addClassNames("sec", "s");
    return line;
  }

  private Component right(Alert alert) {
    String who = alert.acknowledgedBy().orElse(Words.of("monitor.alert.nobody"));
    Instant since = alert.resolvedAt().orElse(alert.raisedAt());
    Span right = new Span(Words.of("monitor.alert.right", who, Times.since(since, now, locale)));
    right.addClassName("r");
    right.setTitle(Times.moment(since, zone, locale));
    return right;
  }

  private Div detail(Alert alert) {
    Div detail = new Div(Rich.paragraph(sentence(alert)), history(alert));
    if (mayAct && alert.state() == Alert.State.FIRING) {
      detail.add(acknowledge(alert));
    }
    return detail;
  }

  private String sentence(Alert alert) {
    return Words.of(
        "monitor.alert.sentence",
        AlertWords.rule(alert.rule(), currency, locale),
        alert.rule().owner());
  }

  private Timeline history(Alert alert) {
    Timeline timeline = new Timeline();
    for (Alert.Step step : alerts.history(alert.id())) {
      timeline.entry(
          Times.shortDay(step.at().atZone(zone).toLocalDate(), locale),
          icon(step.state()),
          Words.of("monitor.step." + step.state().word(), who(step)),
          when(step),
          "");
    }
    return timeline;
  }

  private String when(Alert.Step step) {
    String moment = Times.moment(step.at(), zone, locale);
    return step.note().map(note -> moment + " · " + note).orElse(moment);
  }

  private static String who(Alert.Step step) {
    return step.actor().equals(Caller.PORTAL.name())
        ? Words.of("monitor.alert.portal")
        : step.actor();
  }

  private static Icons icon(Alert.State state) {
    return switch (state) {
      case FIRING -> Icons.BELL;
      case ACKNOWLEDGED -> Icons.PERSON;
      case SILENCED -> Icons.BELL_OFF;
      case RESOLVED -> Icons.CHECK;
    };
  }

  private Component acknowledge(Alert alert) {
    TextField note = new TextField(Words.of("monitor.alert.note"));
    note.setMaxLength(500);
    note.setWidthFull();
    Button button =
        Buttons.icon(
            Icons.CHECK,
            Buttons.primary(Words.of("monitor.alert.acknowledge"), () -> acknowledge(alert, note)));
    Div form = new Div(note, button);
    form.addClassName("pick");
    return form;
  }

  private void acknowledge(Alert alert, TextField note) {
    try {
      alerts.acknowledge(
          alert.id(), caller, Optional.of(note.getValue().strip()).filter(t -> !t.isEmpty()));
      Toasts.done(Words.of("monitor.alert.acknowledged", alert.rule().name()));
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }
}
