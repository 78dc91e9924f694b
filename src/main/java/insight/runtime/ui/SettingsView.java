package insight.runtime.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Setting;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** What the shop sets once: zone, currency, and how some figures are meant. */
@Route("settings")
@RolesAllowed(Role.ADMIN_NAME)
@Page(stage = Stage.ADMIN, title = "runtime.settings.title", order = 30)
public class SettingsView extends PageBody {
  private static final long serialVersionUID = 1L;

  private final transient Settings settings;
  private final transient Caller caller;
  private final Map<Setting, TextField> fields = new EnumMap<>(Setting.class);

  @Inject
  public SettingsView(Settings settings, Callers callers) {
    this.settings = settings;
    this.caller = callers.required();
    Div form = new Div();
    form.addClassName("pick");
    for (Setting setting : Setting.values()) {
      form.add(field(setting));
    }
    add(
        new PageHeader(Words.of("runtime.settings.title"))
            .verdict(Words.of("runtime.settings.verdict")),
        new Card().body(form, Buttons.primary(Words.of("runtime.settings.save"), this::save)));
  }

  private Component field(Setting setting) {
    TextField field = new TextField(Words.of("runtime.setting." + setting.key()));
    field.setHelperText(Words.of("runtime.setting." + setting.key() + ".help"));
    field.setValue(settings.get(setting));
    field.setWidthFull();
    fields.put(setting, field);
    return field;
  }

  private void save() {
    boolean allGood = true;
    for (Map.Entry<Setting, TextField> entry : fields.entrySet()) {
      allGood &= save(entry.getKey(), entry.getValue());
    }
    if (allGood) {
      Toasts.done(Words.of("runtime.settings.saved"));
    }
  }

  private boolean save(Setting setting, TextField field) {
    try {
      if (!settings.get(setting).equals(field.getValue())) {
        settings.set(setting, field.getValue().strip(), caller);
      }
      field.setInvalid(false);
      return true;
    } catch (Refused refused) {
      field.setErrorMessage(refused.in(Words.locale()));
      field.setInvalid(true);
      return false;
    }
  }
}
