package insight.runtime.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.Refused;
import insight.runtime.Scope;
import insight.runtime.Tokens;
import insight.shell.part.Buttons;
import insight.shell.part.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A new API token; its text is shown once, here. */
final class TokenDialog {
  private final Tokens tokens;
  private final String user;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final TextField name = new TextField(Words.of("runtime.token.name.label"));
  private final CheckboxGroup<Scope> scopes =
      new CheckboxGroup<>(Words.of("runtime.token.scopes.label"));

  TokenDialog(Tokens tokens, String user, Runnable done) {
    this.tokens = tokens;
    this.user = user;
    this.done = done;
    scopes.setItems(Scope.values());
    scopes.setItemLabelGenerator(s -> Words.of("runtime.scope." + s.word()));
    scopes.setValue(Set.of(Scope.READ));
    name.setWidthFull();
    Div fields = new Div(name, scopes);
    fields.addClassName("pick");
    dialog.setHeaderTitle(Words.of("runtime.token.new"));
    dialog.add(fields);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("runtime.token.make"), this::save));
  }

  void open() {
    dialog.open();
    name.focus();
  }

  private void save() {
    try {
      show(tokens.create(user, name.getValue().strip(), scopes.getValue(), Optional.empty()));
    } catch (Refused refused) {
      Map<String, String> reasons = refused.byPointer(Words.locale());
      name.setErrorMessage(reasons.getOrDefault("/name", ""));
      name.setInvalid(reasons.containsKey("/name"));
      scopes.setErrorMessage(reasons.getOrDefault("/scopes", ""));
      scopes.setInvalid(reasons.containsKey("/scopes"));
    }
  }

  private void show(String secret) {
    TextField shown = new TextField(Words.of("runtime.token.secret"));
    shown.setValue(secret);
    shown.setReadOnly(true);
    shown.setWidthFull();
    dialog.removeAll();
    dialog.add(new Paragraph(Words.of("runtime.token.once")), shown);
    dialog.getFooter().removeAll();
    dialog
        .getFooter()
        .add(
            Buttons.primary(
                Words.of("runtime.token.copied"),
                () -> {
                  dialog.close();
                  done.run();
                }));
  }
}
