package insight.shell.part;

import com.vaadin.flow.component.html.Span;

/** An inline SVG drawing. Only the portal's own drawings come here, never text from outside. */
public final class Drawing extends Span {
  private static final long serialVersionUID = 1L;

  /** A drawing that says nothing by itself: the words beside it do. */
  public Drawing(String className, String svg) {
    addClassName(className);
    getElement().setProperty("innerHTML", svg);
    getElement().setAttribute("aria-hidden", "true");
  }

  /** The portal's sign: an open ring with a dot. */
  public static Drawing logo() {
    return new Drawing(
        "logo",
        """
        <svg viewBox="0 0 22 22"><path d="M17.6 6.2A8 8 0 1 0 19 11" fill="none" \
        stroke="var(--lumo-primary-color)" stroke-width="2.4" stroke-linecap="round"/>\
        <circle cx="11" cy="11" r="2.9" fill="var(--lumo-primary-color)"/></svg>""");
  }
}
