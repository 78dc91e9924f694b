package insight.shell.part;

import com.vaadin.flow.component.html.Anchor;

/** A link to a page of the portal: a path with its query, opened without reloading the frame. */
public final class Link extends Anchor {
  private static final long serialVersionUID = 1L;

  public Link(String path, String text) {
    super(path.isEmpty() ? "." : path, text);
    getElement().setAttribute("router-link", true);
  }

  /** The same, in the clothes of a quiet button. */
  public static Link quiet(String path, String text) {
    Link link = new Link(path, text);
    link.addClassNames("btn", "t", "sm");
    return link;
  }

  /** The same, in the clothes of a button; at most one per page is the primary one. */
  public static Link button(String path, String text, boolean primary) {
    Link link = new Link(path, text);
    link.addClassName("btn");
    link.setClassName("p", primary);
    return link;
  }
}
