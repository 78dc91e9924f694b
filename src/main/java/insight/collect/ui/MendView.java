package insight.collect.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.collect.Import;
import insight.collect.Imports;
import insight.collect.Mending;
import insight.kernel.Refused;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The rejected lines of an import, to be mended in place and sent again. */
@Route("imports/:import([0-9]{1,18})/mend")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, title = "collect.mend.title")
public class MendView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient Imports imports;
  private final transient Mending mending;
  private final transient Caller caller;
  private final transient Grant grant;
  private long id;
  private long after;

  @Inject
  public MendView(Imports imports, Mending mending, Grants grants, Callers callers) {
    this.imports = imports;
    this.mending = mending;
    this.caller = callers.required();
    this.grant = grants.of(caller, Purpose.SERVICE);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = Long.parseLong(event.getRouteParameters().get("import").orElse("0"));
    after =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("after")
            .filter(a -> a.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(0L);
    show();
  }

  private void show() {
    removeAll();
    Import file = imports.required(id);
    List<Mending.Broken> lines = mending.open(id, after, SHOWN, grant);
    add(
        new PageHeader(Words.of("collect.mend.title"))
            .crumb(Stage.COLLECT.words())
            .crumb(Words.of("collect.ui.imports"), "imports")
            .crumb(file.fileName(), "imports/" + id)
            .verdict(Words.of("collect.mend.say")));
    add(lines.isEmpty() ? nothing() : card(lines));
  }

  private EmptyState nothing() {
    return new EmptyState(
        Icons.CHECK,
        Words.of("collect.mend.none"),
        Words.of("collect.mend.none.text"),
        Link.button("imports/" + id, Words.of("collect.mend.back"), true));
  }

  private Card card(List<Mending.Broken> lines) {
    MendTable table = new MendTable(lines);
    Div buttons = new Div(Buttons.primary(Words.of("collect.mend.send"), () -> send(table)));
    buttons.addClassName("acts");
    if (lines.size() == SHOWN) {
      buttons.add(Buttons.plain(Words.of("collect.mend.more"), () -> open(lines.getLast().line())));
    }
    return new Card(Words.of("collect.mend.lines", lines.size()))
        .say(Words.of("collect.mend.keep"))
        .flush(table)
        .foot(buttons);
  }

  private void open(long behind) {
    UI.getCurrent()
        .navigate("imports/" + id + "/mend", QueryParameters.simple(Map.of("after", "" + behind)));
  }

  private void send(MendTable table) {
    Map<Long, Map<String, String>> changes = table.changes();
    if (changes.isEmpty()) {
      Toasts.warning(Words.of("collect.mend.unchanged"));
      return;
    }
    try {
      Mending.Again again = mending.again(id, changes, caller);
      Toasts.done(Words.of("collect.mend.sent", again.lines(), again.same()));
      UI.getCurrent().navigate("imports/" + again.importId());
    } catch (Refused refused) {
      Toasts.refused(refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
