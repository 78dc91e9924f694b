package insight.segment.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import insight.kernel.Refused;
import insight.shell.part.Buttons;
import insight.shell.part.Words;
import java.util.function.Consumer;

/** Writes a note about a customer. */
final class NoteDialog {
  private final Consumer<String> save;
  private final Dialog dialog = new Dialog();
  private final TextArea text = new TextArea(Words.of("segment.note"));

  /** {@code save} may refuse. */
  NoteDialog(Consumer<String> save) {
    this.save = save;
    text.setMaxLength(2_000);
    text.setMinRows(4);
    text.setWidthFull();
    dialog.setHeaderTitle(Words.of("segment.note.add"));
    dialog.setWidth("460px");
    dialog.add(text, new Paragraph(Words.of("segment.note.about")));
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("segment.note.save"), this::save));
  }

  void open() {
    dialog.open();
    text.focus();
  }

  private void save() {
    try {
      save.accept(text.getValue());
      dialog.close();
    } catch (Refused refused) {
      text.setErrorMessage(refused.in(Words.locale()));
      text.setInvalid(true);
    }
  }
}
