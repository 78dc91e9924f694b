package insight.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.Words;
import jakarta.servlet.http.HttpServletResponse;

/** For addresses that lead nowhere, and for pages that are not open to the reader's role. */
@ParentLayout(Frame.class)
@AnonymousAllowed
public class NotFoundView extends PageBody implements HasErrorParameter<NotFoundException> {
  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    removeAll();
    Div acts = new Div(Link.button("", Words.of("shell.error.home"), false));
    add(
        FailureView.card(
            Icons.SEARCH,
            "sec",
            Words.of("shell.notfound.title"),
            Words.of("shell.notfound.text"),
            acts));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
