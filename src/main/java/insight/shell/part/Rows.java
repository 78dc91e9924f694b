package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** A list inside a card: icon, title with a second line, something at the right. */
public final class Rows extends UnorderedList {
  private static final long serialVersionUID = 1L;

  public Rows() {
    addClassName("rows");
  }

  /** A row whose title is a link; an empty {@code path} leaves it plain. */
  public Rows row(Component icon, String title, String path, String text, String right) {
    Component head = path.isEmpty() ? Rich.span("**" + title + "**") : strong(path, title);
    Div words = new Div(head, new Div(Rich.span(text)));
    Span end = new Span(right);
    end.addClassName("r");
    return row(icon, words, end);
  }

  /** The same with a plain icon. */
  public Rows row(Icons icon, String title, String path, String text, String right) {
    return row(icon.create(), title, path, text, right);
  }

  /** A row of your own making: the middle part takes the room. */
  public Rows row(Component first, Component middle, Component... last) {
    middle.getElement().getClassList().add("g");
    ListItem row = new ListItem(first, middle);
    row.add(last);
    add(row);
    return this;
  }

  private static Link strong(String path, String title) {
    Link link = new Link(path, title);
    link.addClassName("b");
    return link;
  }
}
