package insight.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import insight.kernel.Texts;
import insight.shell.part.Icons;
import insight.shell.part.Popup;
import insight.shell.part.Rich;
import insight.shell.part.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is signed in; password, signing out, and on a narrow screen language and appearance. */
final class UserMenu extends Div {
  private static final long serialVersionUID = 1L;

  UserMenu(Reader reader, Optional<Account> account) {
    String roles =
        reader.roles().stream()
            .map(role -> Words.of("shell.role." + role))
            .collect(Collectors.joining(", "));
    NativeButton button = new NativeButton();
    button.addClassNames("btn", "ic");
    button.setAriaLabel(Words.of("shell.user", reader.name()));
    button.setTitle(roles.isEmpty() ? reader.name() : reader.name() + ", " + roles);
    button.add(Icons.PERSON.create());
    add(button);
    Popup popup = new Popup(button, Words.of("shell.user", reader.name())).atEnd();
    popup.add(who(reader, roles));
    account.ifPresent(
        changes ->
            popup.item(
                Icons.KEY,
                Words.of("shell.user.password"),
                () -> new PasswordDialog(reader.name(), changes).open()));
    onNarrow(popup);
    popup.item(Icons.LEAVE, Words.of("shell.user.leave"), () -> leave(reader, account));
  }

  private static Component who(Reader reader, String roles) {
    Div who = new Div(Rich.span("**" + reader.name() + "**"), new Span(roles));
    who.addClassName("who");
    return who;
  }

  private static void onNarrow(Popup popup) {
    for (Locale language : Texts.LANGUAGES) {
      popup.itemOnNarrow(
          Icons.GLOBE, LanguageSwitch.name(language), () -> Language.choose(language));
    }
    for (Appearance appearance : Appearance.values()) {
      popup.itemOnNarrow(appearance.icon(), appearance.words(), appearance::choose);
    }
  }

  /** Ends the session; the browser lands on the sign-in page. */
  private static void leave(Reader reader, Optional<Account> account) {
    account.ifPresent(told -> told.signedOut(reader.name()));
    UI.getCurrent().getPage().setLocation("login?out");
    WrappedSession session = VaadinSession.getCurrent().getSession();
    session.invalidate();
  }
}
