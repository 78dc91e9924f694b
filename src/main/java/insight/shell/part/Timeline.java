package insight.shell.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** What happened, newest first, as nodes on a line. */
public final class Timeline extends OrderedList {
  private static final long serialVersionUID = 1L;

  public Timeline() {
    addClassName("tl");
  }

  public Timeline entry(String when, Icons icon, String title, String text, String right) {
    Span time = named("when", new Span(when));
    Span node = named("node", new Span(icon.create()));
    Div words = new Div(Rich.span("**" + title + "**"), new Span(text));
    words.addClassName("g");
    add(new ListItem(time, node, words, named("r", new Span(right))));
    return this;
  }

  private static Span named(String className, Span span) {
    span.addClassName(className);
    return span;
  }
}
