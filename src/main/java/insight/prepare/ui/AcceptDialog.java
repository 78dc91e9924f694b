package insight.prepare.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import insight.kernel.Refused;
import insight.shell.part.Buttons;
import insight.shell.part.Rich;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.function.Consumer;

/** Asks why a finding may stay. */
final class AcceptDialog {
  private final Dialog dialog = new Dialog();
  private final TextArea note = new TextArea(Words.of("prepare.quality.accept.why"));
  private final Consumer<String> accept;

  AcceptDialog(Consumer<String> accept) {
    this.accept = accept;
    note.setWidthFull();
    note.setMaxLength(500);
    dialog.setHeaderTitle(Words.of("prepare.quality.accept.title"));
    dialog.setWidth("480px");
    dialog.add(Rich.paragraph(Words.of("prepare.quality.accept.say")), note);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("prepare.quality.accept"), this::save));
  }

  void open() {
    dialog.open();
    note.focus();
  }

  private void save() {
    try {
      accept.accept(note.getValue());
      dialog.close();
      Toasts.done(Words.of("prepare.quality.accept.done"));
    } catch (Refused refused) {
      note.setErrorMessage(refused.in(Words.locale()));
      note.setInvalid(true);
    }
  }
}
