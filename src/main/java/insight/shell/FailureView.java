package insight.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import insight.kernel.Refused;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.Rich;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * In place of a page that failed: what happened, what remains, its number; or a refusal's words.
 */
@ParentLayout(Frame.class)
@AnonymousAllowed
public class FailureView extends PageBody implements HasErrorParameter<Exception> {
  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    removeAll();
    Optional<Refused> refused = Incidents.refused(error.getException());
    if (refused.isPresent()) {
      add(refusal(refused.get()));
      return refused.get().kind() == Refused.Kind.NOT_FOUND
          ? HttpServletResponse.SC_NOT_FOUND
          : HttpServletResponse.SC_BAD_REQUEST;
    }
    String again = event.getLocation().getPathWithQueryParameters();
    add(failure(Incidents.report(error.getException()), again));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private static Card refusal(Refused refused) {
    Div acts = new Div(Link.button("", Words.of("shell.error.home"), false));
    return card(
        Icons.WARNING, "warn", Words.of("shell.refused.title"), refused.in(Words.locale()), acts);
  }

  private static Card failure(String number, String again) {
    Link retry = Link.button(again, Words.of("shell.error.again"), false);
    retry.getElement().setAttribute("router-ignore", true);
    Div acts = new Div(retry, Buttons.quiet(Words.of("shell.error.copy"), () -> copy(number)));
    return card(
        Icons.FAILED,
        "bad",
        Words.of("shell.error.title"),
        Words.of("shell.error.text") + " **" + number + "**",
        acts);
  }

  private static void copy(String number) {
    com.vaadin
        .flow
        .component
        .UI
        .getCurrent()
        .getPage()
        .executeJs("return navigator.clipboard.writeText($0)", number)
        .then(done -> Toasts.done(Words.of("shell.error.copied")));
  }

  /** Shape, heading, sentence, ways on. */
  static Card card(Icons icon, String colour, String title, String sentence, Div acts) {
    Span shape = new Span(icon.create());
    shape.addClassName(colour);
    acts.addClassName("acts");
    Div body = new Div(shape, new Div(new H1(title), Rich.paragraph(sentence), acts));
    body.addClassName("row");
    Card card = new Card().body(body);
    card.addClassName("incident");
    return card;
  }
}
