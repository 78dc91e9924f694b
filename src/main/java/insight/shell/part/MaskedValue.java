package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * A value that is hidden until somebody says what for: lock, then purpose and reason, then the
 * value with its rest time, then the lock again. Whether it may be shown, and the audit log, are
 * the caller's: {@link Reveal#reveal} answers the clear value or throws a {@code Refused}.
 */
public final class MaskedValue extends Div {
  private static final long serialVersionUID = 1L;

  /** Shows the clear value for a purpose and a reason, and logs that it did. */
  @FunctionalInterface
  public interface Reveal extends Serializable {
    String reveal(String purpose, String reason);
  }

  private final String masked;
  private final List<Choice> purposes;
  private final Duration visible;
  private final Reveal reveal;

  public MaskedValue(String masked, List<Choice> purposes, Duration visible, Reveal reveal) {
    this.masked = masked;
    this.purposes = List.copyOf(purposes);
    this.visible = visible;
    this.reveal = reveal;
    hidden();
  }

  private void hidden() {
    show(
        line(
            new Span(masked),
            new Badge(Icons.LOCK, Words.of("shell.masked"), Tone.NEUTRAL),
            Buttons.icon(Icons.EYE, Buttons.quiet(Words.of("shell.masked.reveal"), this::ask))));
  }

  private void ask() {
    Select<Choice> purpose = new Select<>();
    purpose.setLabel(Words.of("shell.masked.purpose"));
    purpose.setItemLabelGenerator(Choice::words);
    purpose.setItems(purposes);
    purpose.setValue(purposes.getFirst());
    TextField reason = new TextField(Words.of("shell.masked.reason"));
    reason.setMaxLength(200);
    Paragraph logged = new Paragraph(Words.of("shell.masked.logged"));
    logged.addClassNames("xs", "sec");
    Div acts =
        new Div(
            Buttons.small(
                Buttons.icon(
                    Icons.EYE,
                    Buttons.primary(
                        Words.of("shell.masked.for", visible.toMinutes()),
                        () -> tried(purpose.getValue(), reason)))),
            Buttons.quiet(Words.of("shell.cancel"), this::hidden));
    acts.addClassName("acts");
    Div form = new Div(purpose, reason, acts, logged);
    form.addClassName("reveal");
    show(
        line(new Span(masked), new Badge(Icons.LOCK, Words.of("shell.masked"), Tone.NEUTRAL)),
        form);
    reason.focus();
  }

  private void tried(Choice purpose, TextField reason) {
    if (reason.getValue().isBlank()) {
      reason.setErrorMessage(Words.of("shell.masked.why"));
      reason.setInvalid(true);
      return;
    }
    shown(reveal.reveal(purpose.value(), reason.getValue().strip()));
  }

  private void shown(String clear) {
    Badge rest = new Badge(Icons.EYE, Words.of("shell.masked.visible"), Tone.WARNING);
    Span clock = new Span();
    rest.add(clock);
    show(line(new Span(clear), rest, Buttons.quiet(Words.of("shell.masked.hide"), this::hidden)));
    countDown(clock);
  }

  /** The browser counts; when it reaches nought the server takes the value away. */
  private void countDown(Span clock) {
    clock.getElement().addEventListener("in-over", over -> hidden());
    clock
        .getElement()
        .executeJs(
            """
            let rest = $0;
            const show = () => {
              this.textContent = Math.floor(rest / 60) + ':' + String(rest % 60).padStart(2, '0');
            };
            show();
            const timer = setInterval(() => {
              if (!this.isConnected) { clearInterval(timer); return; }
              rest -= 1;
              show();
              if (rest <= 0) {
                clearInterval(timer);
                this.dispatchEvent(new CustomEvent('in-over'));
              }
            }, 1000);
            """,
            (int) visible.toSeconds());
  }

  private static Div line(Component... parts) {
    Div line = new Div(parts);
    line.addClassName("masked");
    return line;
  }

  private void show(Component... parts) {
    removeAll();
    add(parts);
  }
}
