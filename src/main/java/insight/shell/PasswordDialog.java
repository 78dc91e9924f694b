package insight.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import insight.kernel.Refused;
import insight.shell.part.Buttons;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.Map;

/** A new password, typed twice; what is wrong stands at its field. */
final class PasswordDialog {
  private final String name;
  private final Account account;
  private final Dialog dialog = new Dialog();
  private final PasswordField current = field("shell.password.current", "current-password");
  private final PasswordField fresh = field("shell.password.new", "new-password");
  private final PasswordField again = field("shell.password.again", "new-password");

  PasswordDialog(String name, Account account) {
    this.name = name;
    this.account = account;
    dialog.setHeaderTitle(Words.of("shell.password.title"));
    Div fields = new Div(current, fresh, again);
    fields.addClassName("pick");
    dialog.add(fields);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("shell.password.save"), this::save));
  }

  private static PasswordField field(String key, String autocomplete) {
    PasswordField field = new PasswordField(Words.of(key));
    field.setWidthFull();
    field.getElement().setAttribute("autocomplete", autocomplete);
    return field;
  }

  void open() {
    dialog.open();
    current.focus();
  }

  private void save() {
    complain(current, "");
    complain(fresh, "");
    complain(again, "");
    if (!fresh.getValue().equals(again.getValue())) {
      complain(again, Words.of("shell.password.differ"));
      return;
    }
    try {
      account.changePassword(name, current.getValue(), fresh.getValue());
      dialog.close();
      Toasts.done(Words.of("shell.password.done"));
    } catch (Refused refused) {
      Map<String, String> reasons = refused.byPointer(Words.locale());
      complain(current, reasons.getOrDefault("/current", ""));
      complain(fresh, reasons.getOrDefault("/fresh", ""));
      if (!current.isInvalid() && !fresh.isInvalid()) {
        complain(fresh, refused.in(Words.locale()));
      }
    }
  }

  private static void complain(PasswordField field, String words) {
    field.setErrorMessage(words);
    field.setInvalid(!words.isEmpty());
  }
}
