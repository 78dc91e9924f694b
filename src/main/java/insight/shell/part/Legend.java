package insight.shell.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What the lines and colours of a chart mean. */
public final class Legend extends Div {
  private static final long serialVersionUID = 1L;

  public Legend() {
    addClassName("legend");
  }

  /** A line with points. */
  public Legend line(String name, int colour) {
    return key(
        name,
        "<svg viewBox='0 0 18 8'><path d='M0 4h18' stroke='var(--in-c%1$d)' stroke-width='2'/>"
            + "<circle cx='9' cy='4' r='2.6' fill='var(--in-c%1$d)'/></svg>",
        colour);
  }

  public Legend dashed(String name, int colour) {
    return key(
        name,
        "<svg viewBox='0 0 18 8'><path d='M0 4h18' stroke='var(--in-c%1$d)' stroke-width='2'"
            + " stroke-dasharray='5 3'/></svg>",
        colour);
  }

  public Legend dotted(String name, int colour) {
    return key(
        name,
        "<svg viewBox='0 0 18 8'><path d='M0 4h18' stroke='var(--in-c%1$d)' stroke-width='1.5'"
            + " stroke-dasharray='2 3'/></svg>",
        colour);
  }

  /** A filled square: bars and shares. */
  public Legend square(String name, int colour) {
    Span square = new Span();
    square.addClassName("sq");
    square.getStyle().set("background", "var(--in-c" + colour + ")");
    add(new Span(square, new Span(name)));
    return this;
  }

  private Legend key(String name, String svg, int colour) {
    add(new Span(new Drawing("key", svg.formatted(colour)), new Span(name)));
    return this;
  }
}
