package insight.runtime.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.Refused;
import insight.runtime.Role;
import insight.runtime.Users;
import insight.shell.part.Buttons;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.Map;
import java.util.Set;

/** A new person: name, roles, and a first password that must be changed at the first login. */
final class UserDialog {
  private final Users users;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final TextField name = new TextField(Words.of("runtime.user.name.label"));
  private final PasswordField password = new PasswordField(Words.of("runtime.user.first"));
  private final CheckboxGroup<Role> roles =
      new CheckboxGroup<>(Words.of("runtime.user.roles.label"));

  UserDialog(Users users, Runnable done) {
    this.users = users;
    this.done = done;
    roles.setItems(Role.values());
    roles.setItemLabelGenerator(r -> Words.of("runtime.role." + r.group()));
    roles.setValue(Set.of(Role.OPERATIONS));
    password.getElement().setAttribute("autocomplete", "new-password");
    password.setHelperText(Words.of("runtime.user.first.help"));
    name.setWidthFull();
    password.setWidthFull();
    Div fields = new Div(name, roles, password);
    fields.addClassName("pick");
    dialog.setHeaderTitle(Words.of("runtime.user.new"));
    dialog.add(fields);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("runtime.user.add"), this::save));
  }

  void open() {
    dialog.open();
    name.focus();
  }

  private void save() {
    try {
      users.create(name.getValue().strip(), password.getValue(), roles.getValue(), true);
      dialog.close();
      Toasts.done(Words.of("runtime.user.added", name.getValue()));
      done.run();
    } catch (Refused refused) {
      Map<String, String> reasons = refused.byPointer(Words.locale());
      name.setErrorMessage(reasons.getOrDefault("/name", reasons.getOrDefault("", "")));
      name.setInvalid(reasons.containsKey("/name") || reasons.containsKey(""));
      password.setErrorMessage(reasons.getOrDefault("/password", ""));
      password.setInvalid(reasons.containsKey("/password"));
      roles.setErrorMessage(reasons.getOrDefault("/roles", ""));
      roles.setInvalid(reasons.containsKey("/roles"));
    }
  }
}
