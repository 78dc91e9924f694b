package insight.shell;

import com.vaadin.flow.component.html.Span;
import insight.shell.part.Icons;
import insight.shell.part.Link;

/** An icon in the top bar with a number on it: running jobs, open alerts. */
public final class Counter extends com.vaadin.flow.component.html.Div {
  private static final long serialVersionUID = 1L;

  private final Link link;
  private final Span dot = new Span();
  private final String label;

  /** {@code label} names it, {@code path} is what it opens. */
  public Counter(Icons icon, String label, String path) {
    this.label = label;
    link = new Link(path, "");
    link.addClassNames("btn", "ic");
    dot.addClassName("dot");
    link.add(icon.create(), dot);
    add(link);
    count(0, false);
  }

  /** Shows the number; nought shows no dot, critical is red. */
  public Counter count(int number, boolean critical) {
    dot.setVisible(number > 0);
    dot.setText(number > 99 ? "99+" : String.valueOf(number));
    dot.setClassName("crit", critical);
    String words = number > 0 ? label + ": " + number : label;
    link.setAriaLabel(words);
    link.setTitle(words);
    return this;
  }
}
