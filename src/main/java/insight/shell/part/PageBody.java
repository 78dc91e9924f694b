package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;

/** The ground of a page: padding, greatest width, target of the skip link. Views extend it. */
public class PageBody extends Main {
  private static final long serialVersionUID = 1L;

  public PageBody(Component... parts) {
    addClassName("page");
    setId("main");
    getElement().setAttribute("tabindex", "-1");
    add(parts);
  }
}
