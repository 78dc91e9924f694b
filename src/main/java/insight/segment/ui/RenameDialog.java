package insight.segment.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.segment.Segment;
import insight.segment.Segments;
import insight.shell.part.Buttons;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.Optional;

/** Gives a segment another name, or its automatic one back. */
final class RenameDialog {
  private final Segments segments;
  private final Segment segment;
  private final Caller caller;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final TextField name = new TextField(Words.of("segment.rename.name"));

  RenameDialog(Segments segments, Segment segment, Caller caller, Runnable done) {
    this.segments = segments;
    this.segment = segment;
    this.caller = caller;
    this.done = done;
    String automatic = segment.automaticTitle(Words.locale());
    name.setValue(segment.title(Words.locale()));
    name.setMaxLength(60);
    name.setWidthFull();
    dialog.setHeaderTitle(Words.of("segment.rename"));
    dialog.add(new Paragraph(Words.of("segment.rename.text", automatic)), name);
    if (segment.name().isPresent()) {
      dialog
          .getFooter()
          .add(Buttons.plain(Words.of("segment.rename.automatic"), () -> rename(Optional.empty())));
    }
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(
                Words.of("segment.rename"), () -> rename(Optional.of(name.getValue()))));
  }

  void open() {
    dialog.open();
    name.focus();
  }

  private void rename(Optional<String> wanted) {
    Optional<String> before = segment.name();
    try {
      String title = segments.rename(segment.id(), wanted, caller).title(Words.locale());
      dialog.close();
      done.run();
      Toasts.done(Words.of("segment.renamed", title), () -> undo(before));
    } catch (Refused refused) {
      name.setErrorMessage(refused.in(Words.locale()));
      name.setInvalid(true);
    }
  }

  private void undo(Optional<String> before) {
    try {
      segments.rename(segment.id(), before, caller);
      done.run();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }
}
