package insight.runtime.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.runtime.Callers;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Map;

/** Where a one-time password is changed before anything else. */
@Route(value = "password", autoLayout = false)
@PermitAll
@Page(stage = Stage.ADMIN, title = "runtime.password.title")
public class PasswordView extends PageBody {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient AccountKeeper accounts;
  private final PasswordField current = field("runtime.password.oneTime", "current-password");
  private final PasswordField fresh = field("runtime.password.fresh", "new-password");
  private final PasswordField again = field("runtime.password.again", "new-password");

  @Inject
  public PasswordView(AccountKeeper accounts, Callers callers) {
    this.accounts = accounts;
    this.name = callers.required().name();
    Div fields = new Div(current, fresh, again);
    fields.addClassName("pick");
    addClassName("alone");
    add(
        new PageHeader(Words.of("runtime.password.title"))
            .verdict(Words.of("runtime.password.verdict", name)),
        new Card().body(fields, Buttons.primary(Words.of("runtime.password.save"), this::save)));
  }

  private static PasswordField field(String key, String autocomplete) {
    PasswordField field = new PasswordField(Words.of(key));
    field.setWidthFull();
    field.getElement().setAttribute("autocomplete", autocomplete);
    return field;
  }

  private void save() {
    complain(Map.of());
    if (!fresh.getValue().equals(again.getValue())) {
      again.setErrorMessage(Words.of("runtime.password.differ"));
      again.setInvalid(true);
      return;
    }
    try {
      accounts.changePassword(name, current.getValue(), fresh.getValue());
      UI.getCurrent().getPage().setLocation("");
    } catch (Refused refused) {
      complain(refused.byPointer(Words.locale()));
    }
  }

  private void complain(Map<String, String> reasons) {
    again.setInvalid(false);
    complain(current, reasons.getOrDefault("/current", ""));
    complain(fresh, reasons.getOrDefault("/fresh", ""));
  }

  private static void complain(PasswordField field, String words) {
    field.setErrorMessage(words);
    field.setInvalid(!words.isEmpty());
  }
}
