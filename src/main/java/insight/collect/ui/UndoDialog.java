package insight.collect.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import insight.collect.Import;
import insight.kernel.Numbers;
import insight.shell.part.Words;

/** Before an import is undone: what goes, what stays. */
final class UndoDialog {
  private final ConfirmDialog ask = new ConfirmDialog();

  UndoDialog(Import file, Runnable undo) {
    ask.setHeader(Words.of("collect.ui.undo.ask", file.fileName()));
    ask.setText(
        Words.of(
            "collect.ui.undo.text",
            Numbers.whole(file.counts().accepted(), Words.locale()),
            Numbers.whole(file.counts().duplicates(), Words.locale())));
    ask.setCancelable(true);
    ask.setCancelText(Words.of("shell.cancel"));
    ask.setConfirmText(Words.of("collect.ui.undo"));
    ask.setConfirmButtonTheme("error primary");
    ask.addConfirmListener(e -> undo.run());
  }

  void open() {
    ask.open();
  }
}
