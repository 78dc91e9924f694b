package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** In place of content that is not there: what is missing, why, and the one thing to do. */
public final class EmptyState extends Div {
  private static final long serialVersionUID = 1L;

  public EmptyState(Icons icon, String title, String text, Component... actions) {
    addClassName("empty");
    add(icon.create(), new H2(title), Rich.paragraph(text));
    if (actions.length > 0) {
      Div acts = new Div(actions);
      acts.addClassName("acts");
      add(acts);
    }
  }
}
