package insight.train.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import insight.kernel.Refused;
import insight.shell.part.Buttons;
import insight.shell.part.Words;
import java.util.function.Consumer;

/** Asks for a reason before a step is taken; a refusal shows at the field. */
final class ReasonDialog {
  private final Dialog dialog = new Dialog();
  private final TextArea reason = new TextArea(Words.of("train.release.why"));
  private final Consumer<String> step;

  /**
   * Prepares the dialog.
   *
   * @param title what is about to happen
   * @param text what that means
   * @param verb on the button
   * @param step takes the reason; may refuse
   */
  ReasonDialog(String title, String text, String verb, boolean danger, Consumer<String> step) {
    this.step = step;
    dialog.setHeaderTitle(title);
    reason.setWidthFull();
    reason.setMaxLength(500);
    dialog.add(new Paragraph(text), reason);
    Button act = danger ? Buttons.danger(verb, this::act) : Buttons.primary(verb, this::act);
    dialog.getFooter().add(Buttons.plain(Words.of("shell.cancel"), dialog::close), act);
  }

  void open() {
    dialog.open();
    reason.focus();
  }

  private void act() {
    try {
      step.accept(reason.getValue());
      dialog.close();
    } catch (Refused refused) {
      reason.setErrorMessage(refused.in(Words.locale()));
      reason.setInvalid(true);
    }
  }
}
