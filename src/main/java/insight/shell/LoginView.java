package insight.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import insight.shell.part.Drawing;
import insight.shell.part.Icons;
import insight.shell.part.Note;
import insight.shell.part.Rich;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.util.Optional;

/**
 * The door: user name and password go by an ordinary form to {@code auth/login}, which comes back
 * here with {@code ?error} or {@code ?locked=seconds} when they are not right.
 */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final Div message = new Div();

  public LoginView() {
    addClassName("door");
    add(header(), new Main(brand(), form(), notice()), footer());
  }

  private static Header header() {
    return new Header(new LanguageSwitch().everywhere(), new AppearanceMenu().everywhere());
  }

  private static Component brand() {
    Span tagline = new Span(Words.of("shell.tagline"));
    tagline.addClassName("tag");
    Span words = new Span(Rich.span("**" + Words.of("shell.product") + "**"), tagline);
    Div brand = new Div(Drawing.logo(), words);
    brand.addClassName("brand");
    return brand;
  }

  private Component form() {
    HtmlContainer form = new HtmlContainer("form");
    form.addClassName("card");
    form.getElement().setAttribute("method", "post");
    form.getElement().setAttribute("action", "auth/login");
    Input name = input("username", "username", "text");
    name.getElement().setAttribute("autofocus", true);
    name.getElement().setAttribute("autocapitalize", "none");
    name.getElement().setAttribute("spellcheck", "false");
    Input password = input("password", "current-password", "password");
    NativeButton go = new NativeButton(Words.of("shell.login.go"));
    go.addClassNames("btn", "p", "go");
    go.getElement().setAttribute("type", "submit");
    form.add(
        new H1(Words.of("shell.login.title")),
        message,
        line("shell.login.username", name, new Div(name)),
        line("shell.login.password", password, new Div(password, eye(password))),
        go);
    return form;
  }

  private static Input input(String name, String autocomplete, String type) {
    Input input = new Input();
    input.setId(name);
    input.setType(type);
    input.getElement().setAttribute("name", name);
    input.getElement().setAttribute("autocomplete", autocomplete);
    input.getElement().setAttribute("required", true);
    return input;
  }

  private static Component line(String key, Input input, Div field) {
    NativeLabel label = new NativeLabel(Words.of(key));
    label.setFor(input);
    label.addClassName("f");
    field.addClassName("inp");
    Div line = new Div(label, field);
    line.addClassName("line");
    return line;
  }

  /** Shows the password while pressed in; it never leaves the browser for that. */
  private static Component eye(Input password) {
    NativeButton eye = new NativeButton();
    eye.addClassNames("btn", "ic", "sm");
    eye.getElement().setAttribute("type", "button");
    eye.getElement().setAttribute("aria-pressed", "false");
    eye.setAriaLabel(Words.of("shell.login.show"));
    eye.setTitle(Words.of("shell.login.show"));
    eye.add(Icons.EYE.create());
    eye.getElement()
        .executeJs(
            """
            this.addEventListener('click', () => {
              const shown = $0.type === 'text';
              $0.type = shown ? 'password' : 'text';
              this.setAttribute('aria-pressed', String(!shown));
            })""",
            password.getElement());
    return eye;
  }

  private static Component notice() {
    Paragraph notice = new Paragraph(Words.of("shell.login.notice"));
    notice.addClassNames("xs", "sec", "small");
    return notice;
  }

  private static Component footer() {
    Footer footer = new Footer();
    footer.addClassNames("xs", "sec");
    Version.current()
        .ifPresent(version -> footer.add(new Span(Words.of("shell.login.version", version))));
    return footer;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (Reader.current().isPresent()) {
      event.forwardTo("");
      return;
    }
    QueryParameters url = event.getLocation().getQueryParameters();
    message.removeAll();
    message(url).ifPresent(message::add);
  }

  private static Optional<Note> message(QueryParameters url) {
    if (url.getParameters().containsKey("locked")) {
      long seconds =
          url.getSingleParameter("locked")
              .filter(s -> s.matches("\\d{1,6}"))
              .map(Long::parseLong)
              .orElse(60L);
      return Optional.of(alert(Words.of("shell.login.locked", seconds)));
    }
    if (url.getParameters().containsKey("error")) {
      return Optional.of(alert(Words.of("shell.login.wrong")));
    }
    if (url.getParameters().containsKey("ended")) {
      return Optional.of(new Note(Tone.ACCENT, Words.of("shell.login.ended")));
    }
    return url.getParameters().containsKey("out")
        ? Optional.of(new Note(Tone.GOOD, Words.of("shell.login.out")))
        : Optional.empty();
  }

  private static Note alert(String sentence) {
    Note note = new Note(Tone.BAD, sentence);
    note.getElement().setAttribute("role", "alert");
    return note;
  }

  @Override
  public String getPageTitle() {
    return Words.of("shell.login.title") + " · " + Words.of("shell.product");
  }
}
