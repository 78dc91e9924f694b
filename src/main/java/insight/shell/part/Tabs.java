package insight.shell.part;

import com.vaadin.flow.component.html.Nav;

/** The tabs of a page. Each is a link, so that the URL says which one is open. */
public final class Tabs extends Nav {
  private static final long serialVersionUID = 1L;

  public Tabs(String label) {
    addClassName("tabs");
    setAriaLabel(label);
  }

  public Tabs tab(String text, String path, boolean open) {
    Link link = new Link(path, text);
    if (open) {
      link.getElement().setAttribute("aria-current", "page");
    }
    add(link);
    return this;
  }
}
